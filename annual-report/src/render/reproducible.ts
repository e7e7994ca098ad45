import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The first day a zip can name. No clock: the same report gives the same bytes, and so the same hash. */
const mtime = '1980-01-01T00:00:00';
const stamp = '1980-01-01T00:00:00Z';

/** Packs an office file anew with fixed dates inside and on its parts. */
export function reproducible(file: Uint8Array): Uint8Array {
	const parts = unzipSync(file);
	const core = parts['docProps/core.xml'];
	if (core) parts['docProps/core.xml'] = strToU8(strFromU8(core).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, stamp));
	return zipSync(parts, { mtime, level: 6 });
}
