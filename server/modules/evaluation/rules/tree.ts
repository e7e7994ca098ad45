import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';
import { SOURCES, type Tree, type TreeContent, type TreeNode } from '../model.ts';
import { isPoints, sumPoints } from './points.ts';

const CODE = /^\d{1,2}(\.\d{1,2}){0,2}$/;

export function parentOf(code: string): string | null {
	const at = code.lastIndexOf('.');
	return at < 0 ? null : code.slice(0, at);
}

/** Indicators, without the headings. */
export function leavesOf({ nodes }: Pick<TreeContent, 'nodes'>): TreeNode[] {
	return nodes.filter(({ kind }) => kind !== 'group');
}

export function nodeOf({ nodes }: Pick<TreeContent, 'nodes'>, code: string): TreeNode | null {
	return nodes.find((node) => node.code === code && node.kind !== 'group') ?? null;
}

/** What keeps a draft from being kept: only what cannot be shown again. */
export function titleIssues({ title }: Pick<Tree, 'title'>): Issue[] {
	const { length } = [...title.trim()];
	return length >= 2 && length <= 60 ? [] : [issue('tree.title', messages.treeTitle, 'title')];
}

/** What keeps a tree from being fixed, each beside the row that causes it. */
export function treeIssues(content: TreeContent): Issue[] {
	const { total, grades, bonusFrom, bonusCap, nodes } = content;
	const { excellent, good, pass } = grades;
	const scored = nodes.filter(({ kind }) => kind === 'points');
	const sum = sumPoints(scored.map(({ points }) => points));
	const isOrdered = excellent > good && good > pass && pass > 0 && excellent <= total + bonusCap;
	return collectIssues(
		!isPoints(total) && issue('tree.totalPoints', messages.total, 'content.total'),
		!isOrdered && issue('tree.grades', messages.grades, 'content.grades'),
		(bonusFrom < 0 || bonusCap < 0) && issue('tree.bonus', messages.bonus, 'content.bonusCap'),
		scored.length === 0 && issue('tree.none', messages.noNodes, 'content.total'),
		scored.length > 0 && sum !== total && issue('tree.sum', messages.totalSum(total, sum), 'content.total'),
		nodes.flatMap((node, at) => nodeIssues(node, at, nodes)),
	);
}

function nodeIssues(node: TreeNode, at: number, nodes: readonly TreeNode[]): Issue[] {
	const { code, kind, name, points, perFault } = node;
	const field = (name: string) => `content.nodes.${at}.${name}`;
	const isVeto = kind === 'veto';
	const most = isVeto ? 0 : points;
	return collectIssues(
		!CODE.test(code) && issue('node.code', messages.nodeCode, field('code')),
		nodes.findIndex((one) => one.code === code) !== at && issue('node.twice', messages.nodeTwice(code), field('code')),
		placeIssue(code, nodes, field('code')),
		name.trim() === '' && issue('node.name', messages.nodeName, field('name')),
		isVeto && points !== 0 && issue('node.veto', messages.vetoPoints, field('points')),
		!isVeto && !isPoints(points) && issue('node.points', messages.nodePoints, field('points')),
		kind === 'group' && groupIssue(node, nodes, field('points')),
		isCountedWithoutPoints(node) && issue('node.perFaultAutomatic', messages.perFaultAutomatic, field('perFault')),
		(perFault < 0 || perFault > most || (perFault > 0 && !isPoints(perFault))) &&
			issue('node.perFault', messages.perFault, field('perFault')),
		sourceIssue(node, at, nodes, field('source')),
	);
}

/** What is counted automatically has to say what one fault costs; satisfaction is a share of the weight. */
function isCountedWithoutPoints({ source, perFault }: TreeNode): boolean {
	return source !== null && source !== 'satisfaction' && perFault === 0;
}

function placeIssue(code: string, nodes: readonly TreeNode[], field: string): Issue | null {
	const above = parentOf(code);
	if (above === null) return null;
	const parent = nodes.find((node) => node.code === above);
	if (!parent) return issue('node.orphan', messages.nodeOrphan(above), field);
	return parent.kind === 'group' ? null : issue('node.underLeaf', messages.nodeUnderLeaf(above), field);
}

/** A heading weighs what its rows that lose points weigh; bonus and veto stand outside the score. */
function groupIssue({ code, points }: TreeNode, nodes: readonly TreeNode[], field: string): Issue | null {
	const below = nodes.filter(
		(node) => parentOf(node.code) === code && (node.kind === 'points' || node.kind === 'group'),
	);
	if (below.length === 0) return issue('node.empty', messages.groupEmpty, field);
	const sum = sumPoints(below.map((node) => node.points));
	return sum === points ? null : issue('node.sum', messages.groupSum(points, sum), field);
}

function sourceIssue(node: TreeNode, at: number, nodes: readonly TreeNode[], field: string): Issue | null {
	const { kind, sampling, source } = node;
	if (source !== null && kind !== 'points') return issue('node.sourceKind', messages.sourceKind, field);
	if (kind === 'points' && (sampling === 'automatic') !== (source !== null))
		return issue('node.source', messages.source, field);
	const first = nodes.findIndex((one) => one.source !== null && one.source === source);
	return source !== null && first !== at
		? issue('node.sourceTwice', messages.sourceTwice(SOURCES[source]), field)
		: null;
}
