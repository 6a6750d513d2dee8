import { crmDownloadFile } from "./crmDownloadFile";
import { crmUploadFile } from "./crmUploadFile";

export const filesActions = { crmDownloadFile, crmUploadFile };
