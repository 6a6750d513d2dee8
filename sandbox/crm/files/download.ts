import type { Answer } from "../../core/answer";
import type { StoredFile } from "./fileStore";

/** A file as it is sent: its bytes, with its name. */
export const download = (file: StoredFile): Answer => ({
  status: 200,
  body: file.data,
  headers: {
    "Content-Type": file.contentType,
    "Content-Disposition": `attachment;filename*=UTF-8''${encodeURIComponent(file.name)}`,
  },
});
