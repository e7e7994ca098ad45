import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { SEVERITIES, type Severity } from '../model.ts';
import { MONITOR_RULES, monitorRule } from '../rules/index.ts';
import { selectItems } from '../store/rectifications.ts';
import { type FindingFilter, lastRound, selectFindings, selectSameMatter } from '../store/rounds.ts';
import { selectSnapshots } from '../store/snapshots.ts';
import { itemWorkflow } from '../workflow.ts';

/** Every office at one glance: how many open findings of each weight, and what is being put right. */
export async function overview(reader: Reader) {
	const scope = scopeOf(reader.actor);
	const findings = await selectFindings(reader, scope, {});
	const items = await selectItems(reader, scope, { states: ['issued', 'replied', 'appealed', 'circulated'] });
	const offices = (await listOffices(reader)).filter(
		({ id }) => scope.kind === 'all' || (scope.kind === 'office' && scope.officeId === id),
	);
	const round = await lastRound(reader);
	const count = (officeId: number, severity: Severity) =>
		findings.filter((finding) => finding.officeId === officeId && finding.severity === severity).length;
	return {
		// The score is the county site's; an office sees its own findings and not how the others stand.
		round: round && { ...round, score: scope.kind === 'all' ? round.score : null },
		offices: offices.map(({ id, shortName, kind }) => ({
			officeId: id,
			officeName: shortName,
			kind,
			veto: count(id, 'veto'),
			error: count(id, 'error'),
			warning: count(id, 'warning'),
			inHand: items.filter(({ officeId }) => officeId === id).length,
		})),
		rules: MONITOR_RULES.map(({ id, title, basis, severity }) => ({
			id,
			title,
			basis,
			severity,
			severityLabel: SEVERITIES[severity],
			count: findings.filter(({ rule }) => rule === id).length,
		})),
	};
}

/** Open findings with what a person checks them by, and whether they are already on a list. */
export async function findings(reader: Reader, filter: FindingFilter) {
	const scope = scopeOf(reader.actor);
	const found = await selectFindings(reader, scope, filter);
	const offices = new Map((await listOffices(reader, { merged: true })).map(({ id, shortName }) => [id, shortName]));
	const ids = found.map(({ id }) => id);
	const matters = await selectSameMatter(reader, ids);
	const items = await selectItems(reader, scope, {
		findingIds: [...matters.values()].flat(),
		states: ['issued', 'replied', 'appealed', 'circulated'],
	});
	const snapshots = await selectSnapshots(reader, scope, ids);
	return found.map((finding) => ({
		...finding,
		snapshot: snapshots.get(finding.id) ?? null,
		officeName: offices.get(finding.officeId) ?? '',
		ruleTitle: monitorRule(finding.rule)?.title ?? finding.rule,
		basis: monitorRule(finding.rule)?.basis ?? '',
		severityLabel: SEVERITIES[finding.severity],
		rectificationId:
			items.find(({ findingId }) => matters.get(finding.id)?.includes(findingId ?? 0))?.rectificationId ?? null,
	}));
}

/** One finding with all it is judged by: rule, facts, the page as it was, and what happened before. @throws AppError `notFound` */
export async function findingView(reader: Reader, id: number) {
	const [finding] = await findings(reader, { ids: [id], all: true });
	if (!finding) throw new AppError('notFound');
	const earlier = (await findings(reader, { officeId: finding.officeId, rule: finding.rule, all: true })).filter(
		(other) => other.id !== id && other.subject === finding.subject,
	);
	const rule = monitorRule(finding.rule);
	const items = await selectItems(reader, scopeOf(reader.actor), { findingIds: [id] });
	return {
		...finding,
		points: rule?.points ?? 0,
		most: rule?.most ?? 0,
		earlier: earlier.map(({ id: other, firstSeen, lastSeen, clearedOn }) => ({
			...{ id: other, firstSeen, lastSeen, clearedOn },
		})),
		items: items.map(({ id: item, rectificationId, state, dueOn }) => ({
			...{ id: item, rectificationId, dueOn, stateLabel: itemWorkflow.states[state].label },
		})),
	};
}

/** The snapshot of a finding in scope. @throws AppError `notFound` where there is none */
export async function snapshotOf(reader: Reader, id: number) {
	const snapshot = (await selectSnapshots(reader, scopeOf(reader.actor), [id])).get(id);
	if (!snapshot) throw new AppError('notFound');
	return snapshot;
}
