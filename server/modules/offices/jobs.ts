import type { Module } from '../../module.ts';
import { enqueueDaily } from '../../platform/daily.ts';
import { sweepFiles } from '../../platform/file-sweep.ts';

/** Four in the morning, after the nightly round. */
const AT = 4;

export const jobs: NonNullable<Module['jobs']> = {
	'offices.sweepFiles': async ({ payload }, { database, files, log }) => {
		if (!payload.eventId) await enqueueDaily(database.sql, 'offices.sweepFiles', AT);
		const swept = await sweepFiles(database.sql, files);
		if (swept.left > 0) log.warn(swept, 'most files in DATA_DIR/files are unknown to this database: none were removed');
		else if (swept.removed > 0) log.info(swept, 'files swept');
	},
};
