import { apiOfAccounts, apiOfLocation, dataCenters, trustedBase, uploadOf } from "./dataCenters";

describe("hosts that get a token", () => {
  beforeEach(() => {
    delete process.env.ZOHO_ALLOW_LOOPBACK;
  });
  afterAll(() => {
    process.env.ZOHO_ALLOW_LOOPBACK = "1";
  });

  test.each(dataCenters.map(({ location, api }) => [location, api]))("%s: %s and its editions", (_, api) => {
    expect(trustedBase(api)).toBe(api);
    expect(trustedBase(`${api}/`)).toBe(api);
    expect(trustedBase(api.replace("www", "sandbox"))).toBe(api.replace("www", "sandbox"));
    expect(trustedBase(api.replace("www", "developer"))).toBe(api.replace("www", "developer"));
  });

  test.each([
    ["https://acme.zohoplatform.com"],
    ["https://acme-2.zohoplatform.eu"],
    ["https://a.zohoplatform.com.au"],
  ])("a Vertical Solution at %s", (url) => {
    expect(trustedBase(url)).toBe(url);
  });

  test.each([
    "https://www.zohoapis.com.evil.tld",
    "https://www.zohoapis.com@evil.tld",
    "https://evil.tld/.zohoapis.com",
    "https://www.zohoapis.com:8443",
    "http://www.zohoapis.com",
    "https://www.zohoapis.com.",
    "//evil.tld",
    "https://169.254.169.254",
    "https://[::ffff:127.0.0.1]",
    "https://0x7f000001",
    "https://www.zohoapis.com/crm",
    "https://www.zohoapis.com?x=1",
    "https://evilzohoplatform.com",
    "https://.zohoplatform.com",
    "https://a.b.zohoplatform.com",
    "https://acme.zohoplatform.com.evil.tld",
    "https://zohoplatform.com",
    "http://127.0.0.1:8899",
    "http://localhost:8899",
    "ftp://www.zohoapis.com",
    "",
    "not a url",
  ])("not %s", (url) => {
    expect(trustedBase(url)).toBeUndefined();
  });

  test("what is sent to is what was checked", () => {
    expect(trustedBase("https:\\\\www.zohoapis.com\\@evil.tld")).toBeUndefined();
    expect(trustedBase("HTTPS://WWW.ZOHOAPIS.COM/")).toBe("https://www.zohoapis.com");
  });

  test("loopback only where the environment allows it", () => {
    process.env.ZOHO_ALLOW_LOOPBACK = "true";
    expect(trustedBase("http://127.0.0.1:8899")).toBeUndefined();
    process.env.ZOHO_ALLOW_LOOPBACK = "1";
    expect(trustedBase("http://127.0.0.1:8899/dc/eu/")).toBe("http://127.0.0.1:8899/dc/eu");
    expect(trustedBase("http://127.0.0.2:8899")).toBeUndefined();
    expect(trustedBase("http://evil.tld")).toBeUndefined();
  });
});

test("Canada's hosts share no ending, and are found all the same", () => {
  expect(apiOfAccounts("https://accounts.zohocloud.ca")).toBe("https://www.zohoapis.ca");
  expect(apiOfAccounts("https://accounts.zohocloud.ca/oauth/v2/token")).toBe("https://www.zohoapis.ca");
  expect(apiOfLocation("CA")).toBe("https://www.zohoapis.ca");
  expect(uploadOf("https://www.zohoapis.ca")).toBe("https://upload.zohocloud.ca");
});

test("what is no accounts server leads nowhere", () => {
  expect(apiOfAccounts("https://accounts.zoho.com.evil.tld")).toBeUndefined();
  expect(apiOfAccounts("accounts.zoho.com")).toBeUndefined();
  expect(apiOfLocation("xx")).toBeUndefined();
});
