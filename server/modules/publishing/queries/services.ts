import type { Reader } from '../../../platform/transaction.ts';
import { isServiceGuide } from '../rules/service-guide.ts';
import { selectServiceTitles } from '../store/monitoring.ts';

/** 第二十条第（五）项: ground, conditions and procedure of licences and other services. */
const SERVICES = 'A20-05';

/** How many public documents of the county tell of a service: guides by their title, and what stands under item (五). */
export async function serviceCount(reader: Reader): Promise<number> {
	const found = await selectServiceTitles(reader, SERVICES);
	return found.filter(({ title, code }) => code === SERVICES || isServiceGuide(title)).length;
}
