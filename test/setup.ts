// The connector talks to loopback only where this is set; the sandbox lives there.
process.env.ZOHO_ALLOW_LOOPBACK = "1";
process.env.TZ = "UTC";
