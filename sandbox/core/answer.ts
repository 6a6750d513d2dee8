/** What the sandbox answers to a request. */
export interface Answer {
  status: number;
  /** An object is sent as JSON, a Buffer as it is; undefined sends no body at all. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** A file that came in a multipart body. */
export interface UploadedFile {
  field: string;
  name: string;
  contentType: string;
  data: Buffer;
}
