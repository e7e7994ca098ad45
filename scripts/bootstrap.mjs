#!/usr/bin/env node
// Makes a fresh clone runnable with Node's built-ins alone: checks the Node version and installs what the lock file asks for.
// The stamp is written last, so an install that was killed half way is done again.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.gongkai-stamp');

/** What node_modules must match: the lock file, this Node's ABI and the platform its native packages are for. */
function wanted() {
	const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
	return hash.update(`${process.versions.modules}-${process.platform}-${process.arch}`).digest('hex');
}

function checkNode() {
	const [major, minor] = process.versions.node.split('.').map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return;
	console.error(`需要 Node.js 20.19 或更高版本，当前是 ${process.versions.node}。请升级后重试。`);
	process.exit(1);
}

function npmCommand(args) {
	const viaNode = process.env.npm_execpath;
	if (viaNode && /\.c?js$/.test(viaNode)) return { command: process.execPath, args: [viaNode, ...args], shell: false };
	return { command: 'npm', args, shell: process.platform === 'win32' };
}

function install() {
	console.log('正在安装依赖（首次约一分钟）…');
	const { command, args, shell } = npmCommand(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
	// NODE_ENV=production would drop the build tools; a parent npm's settings must not leak into this install.
	const env = Object.fromEntries(
		Object.entries(process.env).filter(([key]) => !/^npm_(config|package|lifecycle)_/i.test(key)),
	);
	const result = spawnSync(command, args, {
		cwd: root,
		stdio: 'inherit',
		shell,
		env: { ...env, NODE_ENV: 'development' },
	});
	if (result.status !== 0) {
		console.error('依赖安装失败。请检查 npm 源能否访问（npm config get registry），然后重新运行本命令。');
		process.exit(result.status ?? 1);
	}
}

checkNode();
const want = wanted();
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== want) {
	install();
	writeFileSync(stamp, want);
}
