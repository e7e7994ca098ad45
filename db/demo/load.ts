import { jobHandlers } from '../../server/compose.ts';
import { civilDay } from '../../server/platform/clock.ts';
import { startWorker } from '../../server/platform/worker.ts';
import type { Services } from '../../server/services.ts';
import { makeDemoCounty } from './county.ts';
import { openDesk } from './desk.ts';
import { publishGuides } from './guides.ts';
import { publishYear } from './publish.ts';
import { keepRegisters } from './registers.ts';

/** Loads the demo county into an empty database: one county office, two departments, five townships, a year of life. */
export async function loadDemo(services: Services, progress: (text: string) => void): Promise<void> {
	progress('正在载入示范县：机关和人员…');
	const county = await makeDemoCounty(services);
	await runJobs(services);
	const today = civilDay(services.clock.now());
	const year = Number(today.slice(0, 4)) - 1;
	const desk = await openDesk(services, county.workers);
	try {
		progress('正在载入示范县：公开指南和政府信息…');
		await publishGuides(desk, county, `${year}-01-03`);
		await publishYear(desk, county, year, today);
		progress('正在载入示范县：台账…');
		await keepRegisters(desk, county, year);
	} finally {
		await desk.close();
	}
	progress('正在载入示范县：建立检索…');
	await runJobs(services);
}

/** Does what the events of the demo started: columns of new offices, the search index. */
async function runJobs(services: Services): Promise<void> {
	const worker = startWorker(services.database.sql, jobHandlers(services), services.log);
	await worker.drain();
	await worker.stop();
}
