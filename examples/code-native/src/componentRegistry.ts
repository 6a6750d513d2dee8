import { componentManifests } from "@prismatic-io/spectral";
import zoho from "./manifests/zoho";

/** The components that the integration uses. `npm run manifest` writes the manifest of this one. */
export const componentRegistry = componentManifests({ zoho });
