const JPEG = [0xff, 0xd8, 0xff];
const PNG = [0x89, 0x50, 0x4e, 0x47];
const GIF = [0x47, 0x49, 0x46, 0x38];
const RIFF = [0x52, 0x49, 0x46, 0x46];
/** Tag of the first directory of Exif data that leads to the place. */
const GPS_TAG = 0x8825;

const begins = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, i) => bytes[i] === byte);

export function isPhoto(bytes: Uint8Array): boolean {
	return [JPEG, PNG, GIF, RIFF].some((magic) => begins(bytes, magic));
}

/** Whether a JPEG tells where it was taken (Exif GPS): the home of whoever took it, often enough. */
export function takenAt(bytes: Uint8Array): boolean {
	if (!begins(bytes, JPEG)) return false;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let at = 2; at + 10 < bytes.length && view.getUint8(at) === 0xff; ) {
		const length = view.getUint16(at + 2);
		const isExif = view.getUint8(at + 1) === 0xe1 && view.getUint32(at + 4) === 0x45786966;
		if (isExif)
			return hasGps(
				new DataView(
					bytes.buffer,
					bytes.byteOffset + at + 10,
					Math.max(0, Math.min(length - 8, bytes.length - at - 10)),
				),
			);
		if (view.getUint8(at + 1) === 0xda) return false;
		at += 2 + length;
	}
	return false;
}

function hasGps(tiff: DataView): boolean {
	if (tiff.byteLength < 14) return false;
	const isLittle = tiff.getUint16(0) === 0x4949;
	const directory = tiff.getUint32(4, isLittle);
	if (directory + 2 > tiff.byteLength) return false;
	const count = tiff.getUint16(directory, isLittle);
	for (let i = 0; i < count && directory + 2 + (i + 1) * 12 <= tiff.byteLength; i++) {
		if (tiff.getUint16(directory + 2 + i * 12, isLittle) === GPS_TAG) return true;
	}
	return false;
}
