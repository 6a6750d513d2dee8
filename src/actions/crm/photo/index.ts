import { crmDownloadPhoto } from "./crmDownloadPhoto";
import { crmRemovePhoto } from "./crmRemovePhoto";
import { crmUploadPhoto } from "./crmUploadPhoto";

export const photoActions = { crmDownloadPhoto, crmRemovePhoto, crmUploadPhoto };
