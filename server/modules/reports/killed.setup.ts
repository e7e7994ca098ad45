import { compose } from '../../compose.ts';
import { readConfig } from '../../config.ts';
import { personActor } from '../../kernel/actor.ts';
import { fixedClock } from '../../platform/clock.ts';
import { transact } from '../../platform/transaction.ts';
import { signOff } from './commands/sign-off.ts';
import { moduleSources } from './compile/module-sources.ts';

/** A process of its own that signs a report when it is told to, so that a test can kill it in the middle. */
interface Order {
	url: string;
	dataDir: string;
	now: string;
	reportId: number;
	leader: { id: number; name: string; officeId: number };
}

process.once('message', (message) => {
	const { url, dataDir, now, reportId, leader } = message as Order;
	const services = compose(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'fatal' }), url, fixedClock(now));
	const context = {
		sql: services.database.sql,
		clock: services.clock,
		actor: personActor({ id: leader.id, name: leader.name }, leader.officeId, ['leader']),
		auditEvent: 'report.signOff',
		listeners: services.listeners,
		dropPages: () => {},
	};
	process.once('message', async () => {
		await transact(context, (tx) => signOff(tx, reportId, moduleSources));
		process.send?.('signed');
	});
	process.send?.('ready');
});
process.send?.('loaded');
