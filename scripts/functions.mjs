// Names and lengths of the functions in a source file, by the classic TypeScript parser of the workspace `tools`.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const ts = createRequire(join(root, 'tools', 'package.json'))('typescript');

export function parse(file, text) {
	const kind = file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
	return ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true, kind);
}

/** Functions bound to a name (declarations, methods, arrows assigned to a name), with their length in lines. */
export function functionsOf(file, text) {
	const source = parse(file, text);
	const found = [];
	const line = (position) => source.getLineAndCharacterOfPosition(position).line;
	const visit = (node) => {
		const name = nameOf(node);
		if (name && node.body) {
			const length = line(node.end) - line(node.getStart(source)) + 1;
			found.push({ name, length, component: file.endsWith('.tsx') && /^[A-Z]/.test(name) });
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

function nameOf(node) {
	if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isAccessor(node))
		return node.name?.getText() ?? 'default';
	if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return null;
	const parent = node.parent;
	if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent))
		return parent.name.getText();
	return null;
}

/** Every module specifier a file imports or re-exports, static and dynamic. */
export function importsOf(file, text) {
	const found = [];
	const visit = (node) => {
		const specifier =
			node.moduleSpecifier ??
			(ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments[0] : null);
		if (specifier && ts.isStringLiteral(specifier)) found.push(specifier.text);
		ts.forEachChild(node, visit);
	};
	visit(parse(file, text));
	return found;
}
