import type { Services } from '../../server/services.ts';
import { makeDemoCounty } from './county.ts';
import { openDesk } from './desk.ts';
import { keepRegisters } from './registers.ts';

/** Loads the demo county into an empty database: one county office, two departments, five townships, a year of life. */
export async function loadDemo(services: Services, progress: (text: string) => void): Promise<void> {
	progress('正在载入示范县：机关和人员…');
	const county = await makeDemoCounty(services);
	const desk = await openDesk(services, county.workers);
	const year = services.clock.now().getUTCFullYear() - 1;
	try {
		progress('正在载入示范县：台账…');
		await keepRegisters(desk, county, year);
	} finally {
		await desk.close();
	}
}
