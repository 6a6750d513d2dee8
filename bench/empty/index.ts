import { component } from "@prismatic-io/spectral";

/** A component with nothing in it: what every bundle weighs before any code of ours. */
export default component({
  key: "empty",
  display: { label: "Empty", description: "Holds nothing.", iconPath: "icon.png" },
});
