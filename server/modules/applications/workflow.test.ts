import { describe, expect, test } from 'vitest';
import { AppError } from '../../kernel/errors.ts';
import { PERMISSIONS, type Permission, permissionsOf, ROLES, type Role } from '../../kernel/permissions.ts';
import { type Can, findMove, movesFrom, requireMove, whyNot } from '../../kernel/workflow.ts';
import { LETTERS } from '../../law/letters.ts';
import { OUTCOME_CODES, OUTCOMES } from '../../law/outcomes.ts';
import { clockEventSchema } from './clock-events.ts';
import { OPEN_STATES, STATES, type State } from './model.ts';
import { APPLICANT_ACTIONS, applicantMay } from './policy.ts';
import { ACTIONS, type Action } from './rules/actions.ts';
import type { CaseFacts } from './rules/facts.ts';
import { caseWorkflow } from './workflow.ts';

const STATE_NAMES = Object.keys(STATES) as State[];
const yes = () => true;
const no = () => false;

/** A case in which nothing stands in the way of anything. */
function facts(state: State, change: Partial<CaseFacts> = {}): CaseFacts {
	return {
		state,
		today: '2026-06-10',
		clock: {
			dueOn: '2026-06-30',
			overdue: false,
			supplementNoticeBy: '2026-06-11',
			supplementBy: null,
			payBy: null,
			extended: false,
		},
		actorId: 1,
		handlerId: 2,
		handedTo: 1,
		receivedOn: '2026-06-01',
		supplementAsked: false,
		supplementAnswered: false,
		extensionProposedBy: null,
		awaiting: [],
		decision: null,
		gaveInformation: true,
		passedOn: false,
		listed: false,
		correctionOpen: true,
		retainedUntil: '2026-06-10',
		erased: false,
		remediesOpen: 0,
		thirdPartyAsked: false,
		feeNotified: false,
		feeRefundable: true,
		concluded: false,
		explanation: 'none',
		...change,
	};
}

function refusal(state: State, action: Action, change: Partial<CaseFacts> = {}, can: Can<Permission> = yes): string {
	try {
		requireMove(caseWorkflow, state, action, facts(state, change), can);
		return 'allowed';
	} catch (error) {
		return error instanceof AppError ? error.code : 'other';
	}
}

const inTable = (state: State, action: Action) => findMove(caseWorkflow, state, action) !== undefined;

describe('whatever is not in the table is refused', () => {
	const outside = STATE_NAMES.flatMap((state) =>
		ACTIONS.filter((action) => !inTable(state, action)).map((action) => [state, action] as const),
	);

	test('there is much that is refused, and much that is not', () => {
		const all = STATE_NAMES.length * ACTIONS.length;
		expect(outside.length).toBeGreaterThan(all / 2);
		expect(all - outside.length).toBeGreaterThan(150);
	});

	test.each(outside)('in %s: %s', (state, action) => {
		expect(refusal(state, action)).toBe('conflict');
		const [why] = whyNot(caseWorkflow, state, action, facts(state), yes);
		expect(why?.key).toBe('workflow.wrongState');
		expect(why?.message).toContain(STATES[state].label);
	});

	test('a word that is no action is refused too', () => {
		const [why] = whyNot(caseWorkflow, 'handling', 'erase' as Action, facts('handling'), yes);
		expect(why?.key).toBe('workflow.unknownAction');
	});
});

describe('the table', () => {
	test('uses every action and every state', () => {
		expect(new Set(caseWorkflow.transitions.map(({ action }) => action))).toEqual(new Set(ACTIONS));
		const reached = new Set(caseWorkflow.transitions.flatMap(({ from, to }) => [...from, to]));
		expect([...reached].sort()).toEqual([...STATE_NAMES].sort());
	});

	test('knows all states of the procedure, S0 to S17 and SX; S9 is a fact of the clock', () => {
		const codes = new Set(Object.values(STATES).map(({ code }) => code));
		const expected = Array.from({ length: 18 }, (_, n) => `S${n}`).filter((code) => code !== 'S9');
		expect([...codes].sort()).toEqual([...expected, 'SX'].sort());
	});

	test.each(caseWorkflow.transitions.map((row) => [`${row.action} from ${row.from.join(', ')}`, row] as const))(
		'%s names permission, words, article and known papers',
		(_name, row) => {
			expect(Object.keys(PERMISSIONS)).toContain(row.permission);
			expect(row.label.length).toBeGreaterThan(1);
			// Only the applicant's own will stands on no article.
			if (row.action !== 'withdraw') expect(row.basis).toMatch(/条|〔\d{4}〕/);
			if (row.document) expect(Object.keys(LETTERS)).toContain(row.document);
			const clockTypes = clockEventSchema.options.map((option) => option.shape.type.value);
			if (row.clock) expect(clockTypes).toContain(row.clock);
		},
	);

	test('an action needs the same permission wherever it stands', () => {
		for (const action of ACTIONS) {
			const permissions = caseWorkflow.transitions
				.filter((row) => row.action === action)
				.map(({ permission }) => permission);
			expect(new Set(permissions).size).toBe(1);
		}
	});

	test('from every open state there is a way to the end', () => {
		const ends = new Set<State>(['answered', 'ended', 'archived', 'left']);
		let grown = true;
		while (grown) {
			grown = false;
			for (const { from, to } of caseWorkflow.transitions) {
				if (!ends.has(to)) continue;
				for (const state of from) if (!ends.has(state)) grown = Boolean(ends.add(state));
			}
		}
		for (const state of OPEN_STATES) expect(ends.has(state)).toBe(true);
	});

	test('whoever left is not worked on, whoever is archived only attacked, noted, published to all or erased', () => {
		const from = (state: State) => movesFrom(caseWorkflow, state, facts(state), yes).map(({ action }) => action);
		expect(from('left').sort()).toEqual(['addNote', 'closeCorrection', 'recordService', 'refundFee']);
		expect(from('archived').sort()).toEqual([
			'addNote',
			'closeRemedy',
			'eraseIdentity',
			'listAnswer',
			'openLitigation',
			'openReconsideration',
			'publishToAll',
			'recordService',
			'refundFee',
			'unlistAnswer',
		]);
	});
});

describe('the events of law.md §4.2', () => {
	const rows: [Action, State, State, string | undefined][] = [
		['confirm', 'arrived', 'registered', 'D03'],
		['requestSupplement', 'registered', 'supplementing', 'D04'],
		['supplement', 'supplementing', 'registered', undefined],
		['lapseSupplement', 'supplementing', 'ended', 'D28'],
		['consultThirdParty', 'handling', 'thirdParty', 'D07'],
		['consultAgency', 'handling', 'otherAgency', 'D11'],
		['resume', 'thirdParty', 'handling', 'D08'],
		['resume', 'otherAgency', 'handling', 'D08'],
		['approveExtension', 'handling', 'handling', 'D06'],
		['askExplanation', 'handling', 'explaining', 'D05'],
		['acceptExplanation', 'explaining', 'delayed', 'D27'],
		['notifyFee', 'handling', 'awaitingFee', 'D13'],
		['payFee', 'awaitingFee', 'handling', undefined],
		['lapseFee', 'awaitingFee', 'ended', 'D28'],
		['approve', 'reviewing', 'signed', 'D15'],
		['serve', 'signed', 'answered', 'D14'],
		['openReconsideration', 'answered', 'reconsideration', undefined],
		['openLitigation', 'answered', 'litigation', undefined],
		['openLitigation', 'reconsideration', 'reconsideration', undefined],
		['openReconsideration', 'litigation', 'reconsideration', undefined],
		['keepLitigation', 'reconsideration', 'litigation', undefined],
		['keepReconsideration', 'reconsideration', 'reconsideration', undefined],
		['refundFee', 'archived', 'archived', undefined],
		['orderRedo', 'reconsideration', 'redo', undefined],
		['orderRedo', 'litigation', 'redo', undefined],
		['propose', 'redo', 'reviewing', 'D31'],
		['withdraw', 'handling', 'ended', undefined],
		['archive', 'answered', 'archived', undefined],
		['archive', 'ended', 'archived', undefined],
		['referElsewhere', 'arrived', 'left', 'D30'],
		['submitDraft', 'draft', 'registered', 'D03'],
	];
	test.each(rows)('%s leads from %s to %s', (action, from, to, document) => {
		const move = findMove(caseWorkflow, from, action);
		expect(move?.to).toBe(to);
		expect(move?.document).toBe(document);
	});

	test('a signed answer is withdrawn by nobody', () => {
		for (const state of ['signed', 'answered', 'ended', 'archived', 'redo'] as const) {
			expect(refusal(state, 'withdraw')).toBe('conflict');
		}
	});

	test('remedies over silence leave the case at work', () => {
		const overdue = { ...facts('handling').clock, overdue: true };
		expect(refusal('handling', 'openReconsideration')).toBe('invalid');
		expect(refusal('handling', 'openReconsideration', { clock: overdue })).toBe('allowed');
		expect(findMove(caseWorkflow, 'handling', 'openReconsideration')?.to).toBe('handling');
	});
});

describe('who may', () => {
	const may = (role: Role) => {
		const held = permissionsOf([role]);
		return (permission: Permission) => held.has(permission);
	};
	const open = (role: Role) =>
		new Set(
			STATE_NAMES.flatMap((state) =>
				movesFrom(caseWorkflow, state, facts(state), may(role))
					.filter(({ permitted }) => permitted)
					.map(({ action }) => action),
			),
		);

	test('the clerk works on cases and signs nothing', () => {
		const actions = open('clerk');
		for (const action of [
			'confirm',
			'propose',
			'serve',
			'proposeExtension',
			'requestSupplement',
			'withdraw',
		] as const) {
			expect(actions).toContain(action);
		}
		for (const action of [
			'approve',
			'returnDraft',
			'approveExtension',
			'lapseSupplement',
			'lapseFee',
			'reviewSecrecy',
		] as const) {
			expect(actions).not.toContain(action);
		}
	});

	test('the leader signs and works on nothing', () => {
		expect([...open('leader')].sort()).toEqual([
			'acceptExplanation',
			'approve',
			'approveExtension',
			'eraseIdentity',
			'lapseFee',
			'lapseSupplement',
			'refuseExtension',
			'returnDraft',
		]);
	});

	test('the secrecy reviewer reviews', () => {
		expect([...open('secrecyReviewer')]).toEqual(['reviewSecrecy']);
	});

	test.each(['reviewer', 'countyOfficer', 'administrator', 'evaluator'] as const)('a %s changes nothing', (role) => {
		expect(open(role).size).toBe(0);
	});

	test('every role of the county is covered here', () => {
		expect(Object.keys(ROLES).sort()).toEqual([
			'administrator',
			'clerk',
			'countyOfficer',
			'evaluator',
			'leader',
			'reviewer',
			'secrecyReviewer',
		]);
	});

	test('an applicant supplements and withdraws, and nothing else', () => {
		for (const action of ACTIONS) {
			expect(applicantMay(action)('application.register')).toBe(APPLICANT_ACTIONS.includes(action));
		}
		expect(refusal('supplementing', 'supplement', {}, applicantMay('supplement'))).toBe('allowed');
		expect(refusal('handling', 'withdraw', {}, applicantMay('withdraw'))).toBe('allowed');
		expect(refusal('handling', 'propose', {}, applicantMay('propose'))).toBe('forbidden');
	});

	test('without the permission nothing of the case is told', () => {
		const answered = whyNot(caseWorkflow, 'handling', 'approveExtension', facts('handling'), no);
		expect(answered.map(({ key }) => key)).toEqual(['workflow.forbidden']);
	});
});

describe('each outcome ends in one row', () => {
	test.each(OUTCOME_CODES)('%s', (code) => {
		const { rows } = OUTCOMES[code];
		expect(typeof rows['2019']).toBe('string');
		expect(typeof rows['2021']).toBe('string');
		// The 2021 form only split the other row in three.
		expect(rows['2021'].replace(/^other\..+/, 'other')).toBe(rows['2019']);
	});

	test('the forms have 19 and 21 result rows, all of them used', () => {
		expect(new Set(OUTCOME_CODES.map((code) => OUTCOMES[code].rows['2019'])).size).toBe(19);
		expect(new Set(OUTCOME_CODES.map((code) => OUTCOMES[code].rows['2021'])).size).toBe(21);
	});
});
