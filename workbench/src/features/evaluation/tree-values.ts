import type { Issue } from '../../api/index.ts';
import type { TreeContent, TreeNode } from './api.ts';

/** Rows in the order of their codes: 1, 1.2, 1.10, 2. */
export function inOrder(content: TreeContent): TreeContent {
	const parts = ({ code }: TreeNode) => code.split('.').map(Number);
	const before = (a: TreeNode, b: TreeNode) => {
		const [one, other] = [parts(a), parts(b)];
		for (let at = 0; at < Math.max(one.length, other.length); at++) {
			const difference = (one[at] ?? -1) - (other[at] ?? -1);
			if (difference !== 0) return difference;
		}
		return 0;
	};
	return { ...content, nodes: [...content.nodes].sort(before) };
}

/** A row put in the place of another, or a new one. */
export function changedNode(content: TreeContent, at: number | 'new' | null, node: TreeNode): TreeContent {
	const nodes =
		typeof at === 'number' ? content.nodes.map((one, n) => (n === at ? node : one)) : [...content.nodes, node];
	return inOrder({ ...content, nodes });
}

export type NumberKey = 'total' | 'bonusFrom' | 'bonusCap' | keyof TreeContent['grades'];

export function withNumber(content: TreeContent, key: NumberKey, value: number): TreeContent {
	if (key === 'excellent' || key === 'good' || key === 'pass')
		return { ...content, grades: { ...content.grades, [key]: value } };
	return { ...content, [key]: value };
}

const ROW = /^content\.nodes\.(\d+)\./;

/** What the server says of the row at this place. */
export function faultsAt(issues: readonly Issue[], at: number): string[] {
	return issues.filter(({ field }) => Number(ROW.exec(field ?? '')?.[1] ?? -1) === at).map(({ message }) => message);
}

/** What belongs to no row. */
export function restOf(issues: readonly Issue[]): string[] {
	return issues.filter(({ field }) => !ROW.test(field ?? '')).map(({ message }) => message);
}
