import { labelOf } from 'annual-report';
import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { unitsOf } from '../compile/units-of.ts';
import { messages } from '../messages.zh.ts';
import { addressIssues } from '../rules/figure.ts';
import { jointIssues } from '../rules/joint.ts';
import { insertJoint } from '../store/contents.ts';
import { record, stepFrom } from './step.ts';

export interface JointInput {
	officeId: number;
	address: string;
	/** How many of the office's figure another office has counted; 0 takes an earlier word back. */
	count: number;
	/** Which cases, and who answered them. */
	note: string;
}

/** Takes 联合办理 off an office's figure in the report for the whole county. The office's own report stays as it signed it. */
export async function setJoint(tx: Tx, reportId: number, input: JointInput): Promise<void> {
	const report = await stepFrom(tx, reportId, 'edit');
	if (report.covers !== 'county') throw new AppError('conflict', { message: messages.jointOnlyCounty });
	const address = addressIssues(report.form, input.address);
	if (address.length > 0) throw new AppError('invalid', { issues: address });
	const { reports } = await unitsOf(tx, report);
	const unit = reports.find(({ officeId }) => officeId === input.officeId);
	if (!unit) throw new AppError('conflict', { message: messages.jointNoReport });
	const issues = jointIssues(input, unit.cells[input.address]?.value ?? null);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	const { officeId, count } = input;
	const note = input.note.trim();
	await insertJoint(tx, reportId, { officeId, address: input.address, count, note });
	const cell = labelOf(input.address, report.form);
	await record(tx, report, 'joint', { office: unit.officeName, cell, count, note });
}
