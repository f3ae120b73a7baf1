import { crc32, deflateSync } from "node:zlib";

function chunk(kind: string, data: Buffer) {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

const width = 320;
const height = 240;
const size = Buffer.alloc(13);
size.writeUInt32BE(width, 0);
size.writeUInt32BE(height, 4);
size.set([8, 2], 8);
const row = Buffer.concat([Buffer.of(0), Buffer.alloc(width * 3, Buffer.of(0x8c, 0x1f, 0x1f))]);
const rows = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));

/** A photo, or whatever has to be one: red all over, as PNG. */
export const picture = Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), chunk("IHDR", size), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
