/** One of Zoho's data centres: where its customers log in, and where its APIs answer. */
export interface DataCenter {
  /** The `location` that Zoho's OAuth callback carries. */
  readonly location: string;
  readonly name: string;
  readonly accounts: string;
  /** Under which Zoho's products have hosts of their own, such as `desk.zoho.com`. */
  readonly domain: string;
  readonly api: string;
  /** Where bulk-write files are uploaded; undefined where Zoho names no host. */
  readonly upload?: string;
}

/**
 * Every data centre, with its hosts as Zoho lists them. Canada shows why no host is ever derived from
 * another.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/multi-dc.html
 */
export const dataCenters: readonly DataCenter[] = [
  {
    location: "us",
    name: "United States",
    accounts: "https://accounts.zoho.com",
    domain: "zoho.com",
    api: "https://www.zohoapis.com",
    upload: "https://content.zohoapis.com",
  },
  {
    location: "eu",
    name: "Europe",
    accounts: "https://accounts.zoho.eu",
    domain: "zoho.eu",
    api: "https://www.zohoapis.eu",
    upload: "https://content.zohoapis.eu",
  },
  {
    location: "in",
    name: "India",
    accounts: "https://accounts.zoho.in",
    domain: "zoho.in",
    api: "https://www.zohoapis.in",
    upload: "https://content.zohoapis.in",
  },
  {
    location: "au",
    name: "Australia",
    accounts: "https://accounts.zoho.com.au",
    domain: "zoho.com.au",
    api: "https://www.zohoapis.com.au",
    upload: "https://content.zohoapis.com.au",
  },
  {
    location: "jp",
    name: "Japan",
    accounts: "https://accounts.zoho.jp",
    domain: "zoho.jp",
    api: "https://www.zohoapis.jp",
    upload: "https://content.zohoapis.jp",
  },
  {
    location: "ca",
    name: "Canada",
    accounts: "https://accounts.zohocloud.ca",
    domain: "zohocloud.ca",
    api: "https://www.zohoapis.ca",
    upload: "https://upload.zohocloud.ca",
  },
  {
    location: "sa",
    name: "Saudi Arabia",
    accounts: "https://accounts.zoho.sa",
    domain: "zoho.sa",
    api: "https://www.zohoapis.sa",
    upload: "https://files.zoho.sa",
  },
  {
    location: "cn",
    name: "China",
    accounts: "https://accounts.zoho.com.cn",
    domain: "zoho.com.cn",
    api: "https://www.zohoapis.com.cn",
    upload: "https://content.zohoapis.com.cn",
  },
  {
    location: "uk",
    name: "United Kingdom",
    accounts: "https://accounts.zoho.uk",
    domain: "zoho.uk",
    api: "https://www.zohoapis.uk",
  },
  {
    location: "ae",
    name: "United Arab Emirates",
    accounts: "https://accounts.zoho.ae",
    domain: "zoho.ae",
    api: "https://www.zohoapis.ae",
  },
  {
    location: "sg",
    name: "Singapore",
    accounts: "https://accounts.zoho.sg",
    domain: "zoho.sg",
    api: "https://www.zohoapis.sg",
    upload: "https://content.zohoapis.sg",
  },
];

/** Where a customer's own Vertical Solution may live: `https://{domain}.zohoplatform.{one of these}`. */
const platformEndings = ["com", "eu", "in", "com.au", "jp", "ca", "sa", "com.cn", "uk", "ae", "sg"].map(
  (ending) => `.zohoplatform.${ending}`,
);

/** The products that answer on a host of their own in each data centre, by its first word. */
const ownHosts = ["campaigns", "desk", "mail", "projectsapi", "recruit", "sign"] as const;

export type OwnHost = (typeof ownHosts)[number];

/** Zoho serves the same API for its sandbox and developer editions under these names instead of `www`. */
const editions = ["www", "sandbox", "developer"];

/** The one host for downloads that Zoho's pages name. */
const downloadHost = "download-accl.zoho.com";

const isApiHost = (host: string): boolean =>
  host === downloadHost ||
  dataCenters.some(
    ({ api, upload, domain }) =>
      upload === `https://${host}` ||
      ownHosts.some((name) => host === `${name}.${domain}`) ||
      editions.some((edition) => api.replace("www", edition) === `https://${host}`),
  );

const isPlatformHost = (host: string): boolean =>
  platformEndings.some((ending) => {
    const domain = host.endsWith(ending) ? host.slice(0, -ending.length) : "";
    return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(domain);
  });

/**
 * The one test of whether a token may be sent to a URL: HTTPS, no user, no port, and exactly a host of
 * Zoho's. Loopback passes only where `ZOHO_ALLOW_LOOPBACK` is `1`.
 * @returns the normalised origin and path without a closing slash, the only form to send to; undefined when
 * refused.
 */
export function trustedBase(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, port, username, password, origin, pathname, search, hash } = new URL(url);
  if (username || password || search || hash) return undefined;
  const base = `${origin}${pathname}`.replace(/\/+$/, "");
  if (process.env.ZOHO_ALLOW_LOOPBACK === "1" && (hostname === "127.0.0.1" || hostname === "localhost")) {
    return base;
  }
  const trusted = protocol === "https:" && port === "" && pathname === "/";
  return trusted && (isApiHost(hostname) || isPlatformHost(hostname)) ? base : undefined;
}

/** The API base of the data centre that a `location` of the OAuth callback names, such as `eu`. */
export const apiOfLocation = (location: string): string | undefined =>
  dataCenters.find((dataCenter) => dataCenter.location === location.toLowerCase())?.api;

/** The API base that belongs to an accounts URL, such as `https://accounts.zohocloud.ca`. */
export function apiOfAccounts(accountsUrl: string): string | undefined {
  if (!URL.canParse(accountsUrl)) return undefined;
  const { origin } = new URL(accountsUrl);
  return dataCenters.find(({ accounts }) => accounts === origin)?.api ?? loopbackOf(accountsUrl);
}

/** The host for bulk-write uploads that belongs to an API base. */
export const uploadOf = (api: string): string | undefined =>
  dataCenters.find((dataCenter) => dataCenter.api === api)?.upload ?? loopbackOf(api);

/** The host of a product that has its own, in the data centre of an API base. */
export function ownHostOf(api: string, name: OwnHost): string | undefined {
  const dataCenter = dataCenters.find((each) => each.api === api);
  return dataCenter ? `https://${name}.${dataCenter.domain}` : loopbackOf(api);
}

/** In the sandbox one address plays every host of a data centre. */
const loopbackOf = (url: string): string | undefined => {
  const base = trustedBase(url);
  return base?.startsWith("http://") ? base : undefined;
};
