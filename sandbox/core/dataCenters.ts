/**
 * The data centres this server plays, each under a path prefix of its own: Zoho gives each a host of its own,
 * and one server on loopback has only paths. `vertical` stands for a vertical solution's
 * `{domain}.zohoplatform.com`.
 */
const prefixes = {
  us: "",
  eu: "/dc/eu",
  in: "/dc/in",
  au: "/dc/au",
  jp: "/dc/jp",
  ca: "/dc/ca",
  sa: "/dc/sa",
  cn: "/dc/cn",
  uk: "/dc/uk",
  ae: "/dc/ae",
  sg: "/dc/sg",
  vertical: "/dc/vertical",
};

export type DataCenter = keyof typeof prefixes;

export function isDataCenter(name: string): name is DataCenter {
  return Object.hasOwn(prefixes, name);
}

export function prefixOf(dataCenter: DataCenter): string {
  return prefixes[dataCenter];
}

/** What the authorization answer calls the data centre in its `location` parameter. */
export function locationOf(dataCenter: DataCenter): string {
  return dataCenter === "vertical" ? "us" : dataCenter;
}

/**
 * Splits the data centre off a request's URL: `/dc/eu/crm/v8/Leads?page=1` is `eu` and
 * `/crm/v8/Leads?page=1`.
 */
export function splitDataCenter(url: string): { dataCenter: DataCenter; rest: string } {
  if (url.startsWith("/dc/")) {
    const end = url.indexOf("/", 4);
    const name = end < 0 ? "" : url.slice(4, end);
    if (isDataCenter(name) && name !== "us") return { dataCenter: name, rest: url.slice(end) };
  }
  return { dataCenter: "us", rest: url };
}
