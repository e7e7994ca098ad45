import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { jobHandlers } from '../../server/compose.ts';
import { addDays } from '../../server/kernel/civil-day.ts';
import { civilDay, fixedClock } from '../../server/platform/clock.ts';
import { connect } from '../../server/platform/database.ts';
import { startWorker } from '../../server/platform/worker.ts';
import type { Services } from '../../server/services.ts';
import { agreeWithOthers } from './agree.ts';
import { answerApplications } from './apply.ts';
import { answerPeople } from './ask.ts';
import { openChannels } from './channels.ts';
import { type DemoCounty, type DemoOfficeRow, makeDemoCounty } from './county.ts';
import { openDesk } from './desk.ts';
import { answerReview } from './dispute.ts';
import { keepCatalogs } from './entries.ts';
import { assess } from './evaluation.ts';
import { attachFiles, importOldSite } from './files.ts';
import { publishGuide } from './guides.ts';
import { lookAfter, sayWhatIsAbsent } from './monitoring.ts';
import { makeRules } from './normative.ts';
import { takePart } from './participate.ts';
import { publishYears } from './publish.ts';
import { readAlong } from './reads.ts';
import { keepRegisters } from './registers.ts';
import { fileReports } from './report.ts';
import { buildTeam } from './team.ts';
import { hearPeople } from './voice.ts';

/** Loads the demo county into an empty database: one county office, two departments, five townships, a year of life. */
export async function loadDemo(given: Services, progress: (text: string) => void): Promise<void> {
	// Waiting for the disk at each of some thousand commits would be most of the time, and a demo can be made again.
	const url = new URL(given.database.url);
	url.searchParams.set('options', '-c synchronous_commit=off');
	const services = { ...given, database: connect(url.href, 12) };
	try {
		progress('正在载入示范县：机关和人员…');
		const county = await makeDemoCounty(services);
		await runJobs(services);
		progress('正在载入示范县：一年的公开、申请和台账…');
		const today = civilDay(services.clock.now());
		await Promise.all([...county.offices.values()].map((office) => liveOneOffice(services, county, office, today)));
		progress('正在载入示范县：年度报告…');
		await fileYear(services, county, Number(today.slice(0, 4)) - 1);
		await keepEntries(services, county, today);
		progress('正在载入示范县：建立检索…');
		// Reports go to their column on the day they were published, not on the day the demo is made.
		await runJobs({ ...services, clock: fixedClock(`${Number(today.slice(0, 4))}-01-22T02:30:00Z`) });
		await readAlong(services);
		progress('正在载入示范县：公众诉求、监测、整改和考核评议…');
		await lookAround(services, county, today);
	} finally {
		await services.database.close();
	}
}

/** An office's life, in order of its days, at a desk of its own; offices do not wait for each other. */
async function liveOneOffice(
	services: Services,
	county: DemoCounty,
	office: DemoOfficeRow,
	today: string,
): Promise<void> {
	const year = Number(today.slice(0, 4)) - 1;
	const desk = await openDesk(services, county.workers);
	try {
		await publishGuide(desk, office, `${year}-01-03`);
		await publishYears(desk, office, year, today);
		if (office.slug === 'wangxi') await attachFiles(desk, office, today);
		await answerApplications(desk, office, year, today);
		if (office.slug === 'wangxi') await answerReview(desk, office, today);
		await keepRegisters(desk, office, year);
	} finally {
		await desk.close();
	}
}

async function lookAround(services: Services, county: DemoCounty, today: string): Promise<void> {
	const desk = await openDesk(services, county.workers);
	try {
		const offices = [...county.offices.values()].map(({ id }) => id);
		await sayWhatIsAbsent(desk, 'gongkaiban', offices, addDays(today, -40));
		await hearPeople(desk, county, today);
		await makeRules(desk, county, today);
		await takePart(desk, county, today);
		await answerPeople(desk, county, today);
		await openChannels(desk, county, today);
		await lookAfter(desk, 'gongkaiban', today);
		await assess(desk, county, today);
		await buildTeam(desk, county, today);
		await importOldSite(desk, today);
		await agreeWithOthers(desk, county, today);
	} finally {
		await desk.close();
	}
}

async function keepEntries(services: Services, county: DemoCounty, today: string): Promise<void> {
	const desk = await openDesk(services, county.workers);
	try {
		await keepCatalogs(desk, county, addDays(today, -40));
	} finally {
		await desk.close();
	}
}

async function fileYear(services: Services, county: DemoCounty, year: number): Promise<void> {
	const desk = await openDesk(services, county.workers);
	try {
		await fileReports(desk, county, year);
	} finally {
		await desk.close();
	}
}

/** Does what the events of the demo started (columns of new offices, the search index), beside the server's own worker. */
async function runJobs(services: Services): Promise<void> {
	const worker = startWorker(services.database.sql, jobHandlers(services), services.log);
	await worker.drain();
	await worker.stop();
	while ((await jobsLeft(services)) > 0) await sleep(20);
}

async function jobsLeft(services: Services): Promise<number> {
	const { rows } = await sql<{ n: number }>`
		select count(*) as n from job where done_at is null and failed_at is null and run_at <= now()
	`.execute(services.database.sql);
	return rows[0]?.n ?? 0;
}
