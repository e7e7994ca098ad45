import { type Profile, type ProfileName, profiles } from 'annual-report/audit';
import type { Reader } from '../../../platform/transaction.ts';
import { countySettings } from '../../offices/index.ts';

/** A profile of the library with the bounds the county set for itself. */
export async function countyProfile(reader: Reader, name: ProfileName): Promise<Profile> {
	const { similarity, ...bounds } = (await countySettings(reader)).audit;
	return { ...profiles[name], settings: { ...bounds, similarity: similarity / 100 } };
}
