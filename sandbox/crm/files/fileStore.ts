import { createHash } from "node:crypto";

export interface StoredFile {
  id: string;
  name: string;
  contentType: string;
  data: Buffer;
}

/** The bytes of attachments and of uploads for file and image fields, by encrypted id. */
export class FileStore {
  private readonly files = new Map<string, StoredFile>();

  /** Keeps a file and gives it an id that says nothing about it. */
  add(name: string, contentType: string, data: Buffer): StoredFile {
    const id = createHash("sha256").update(`${this.files.size}:${name}`).digest("hex");
    const file = { id, name, contentType, data };
    this.files.set(id, file);
    return file;
  }

  get(id: string): StoredFile | undefined {
    return this.files.get(id);
  }

  remove(id: string): void {
    this.files.delete(id);
  }
}
