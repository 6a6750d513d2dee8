export const firstNames = [
  "Aarav",
  "Amelia",
  "Bruno",
  "Carla",
  "Daniel",
  "Elena",
  "Farid",
  "Grace",
  "Hiro",
  "Ines",
  "Jonas",
  "Kavya",
  "Liam",
  "Maya",
  "Noah",
  "Olivia",
  "Priya",
  "Quentin",
  "Rosa",
  "Samir",
  "Tara",
  "Umar",
  "Vera",
  "Wei",
  "Zoë",
] as const;

export const lastNames = [
  "Abbott",
  "Bauer",
  "Castillo",
  "Dubois",
  "Eriksen",
  "Fischer",
  "García",
  "Haddad",
  "Iyer",
  "Johansson",
  "Kowalski",
  "Lehmann",
  "Moreau",
  "Nakamura",
  "O'Leary",
  "Patel",
  "Quinn",
  "Rossi",
  "Sørensen",
  "Tanaka",
  "Ueda",
  "Varga",
  "Weber",
  "Yılmaz",
  "Zhang",
] as const;

export const companyNames = [
  "Alder & Finch",
  "Bluewater",
  "Cobalt",
  "Dovetail",
  "Evergreen",
  "Fernhill",
  "Granite Peak",
  "Harbour",
  "Ironbridge",
  "Juniper",
  "Kestrel",
  "Lakeside",
  "Meridian",
  "Northgate",
  "Oakfield",
  "Pinewood",
  "Quarry",
  "Redstone",
  "Silverline",
  "Thornbury",
] as const;

export const companyKinds = [
  "Systems",
  "Logistics",
  "Foods",
  "Homes",
  "Media",
  "Energy",
  "Health",
  "Textiles",
] as const;

type Place = readonly [street: string, city: string, state: string, code: string, country: string];

export const places: readonly [Place, ...Place[]] = [
  ["12 Market Street", "Newark", "New Jersey", "07102", "USA"],
  ["8 Rue Lafayette", "Paris", "Île-de-France", "75009", "France"],
  ["44 Anna Salai", "Chennai", "Tamil Nadu", "600002", "India"],
  ["3 Kingsway", "London", "England", "WC2B 6LH", "United Kingdom"],
  ["90 Königsallee", "Düsseldorf", "Nordrhein-Westfalen", "40212", "Germany"],
  ["27 Collins Street", "Melbourne", "Victoria", "3000", "Australia"],
];

export const jobTitles = [
  "CEO",
  "Head of Sales",
  "Operations Manager",
  "Buyer",
  "IT Manager",
  "Marketing Director",
] as const;

export const productNames = [
  "Door Sensor",
  "Smart Lock",
  "Access Hub",
  "Visitor Tablet",
  "Key Cabinet",
  "Camera Mount",
  "Cloud Licence",
  "Installation Day",
] as const;

export const taskSubjects = [
  "Call back about the offer",
  "Send the contract",
  "Prepare the demo",
  "Check the references",
  "Ask for feedback",
] as const;

export const caseSubjects = [
  "Lock does not open",
  "Invoice shows the wrong address",
  "Cannot sign in",
  "Sensor battery drains fast",
] as const;

export const noteTexts = [
  "Prefers to be called in the morning.",
  "Budget is fixed until June.\nAsk again in July.",
  "Met at the trade show.",
  "Wants a demo for the whole team.",
] as const;
