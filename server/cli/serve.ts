import { type Config, isLoopback, readConfig } from '../config.ts';
import { type DemoSignIn, demoSignIns } from '../modules/offices/index.ts';
import { openDatabase, serve } from '../serve.ts';
import { finishRestore, loadDemoIfEmpty } from './first-start.ts';
import type { Command, Io } from './main.ts';

/** `gongkai serve`: the whole system in one process, until Ctrl-C. */
export const serveCommand: Command = {
	run: async (_args, io) => {
		const config = readConfig(process.env);
		const started = Date.now();
		const database = await openDatabase(config, (text) => io.out(`${text}\n`));
		try {
			await finishRestore(config, database.url);
			await loadDemoIfEmpty(config, database.url, (text) => io.out(`${text}\n`));
			const node = await serve(config, database.url).catch((error) => {
				throw portError(error, config);
			});
			announce(node.address, Date.now() - started, io);
			announceDemo(config, await demoSignIns(node.services.database), io);
			await untilStopped();
			io.out('\n正在停止…\n');
			await node.close();
		} finally {
			await database.close();
		}
		return 0;
	},
};

function portError(error: unknown, config: Config): unknown {
	const code = (error as NodeJS.ErrnoException).code;
	if (code === 'EADDRINUSE') {
		return new Error(
			`端口 ${config.port} 已被占用。请结束占用它的程序，或换一个端口启动，例如：PORT=${config.port + 1} npm start`,
		);
	}
	if (code === 'EACCES')
		return new Error(`没有权限使用端口 ${config.port}，请换一个 1024 以上的端口，例如：PORT=8080 npm start`);
	if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
		return new Error(`本机没有地址 ${config.host}，请检查环境变量 HOST`);
	return error;
}

function announce(address: string, milliseconds: number, io: Io): void {
	io.out(
		`\n已启动（用时 ${(milliseconds / 1000).toFixed(1)} 秒）\n  公开平台  ${address}/\n  工作台    ${address}/workbench/\n`,
	);
}

/** The demo's sign-ins, one a role; nothing in a real county. */
function announceDemo(config: Config, signIns: readonly DemoSignIn[], io: Io): void {
	if (signIns.length === 0) return;
	const lines = signIns.map(
		({ roleLabel, userName, password, personName, officeName }) =>
			`    ${userName} / ${password}    ${roleLabel}：${personName}（${officeName}）`,
	);
	const note = isLoopback(config.host) ? '' : '（本次监听的不是本机地址，演示账号不能登录）';
	io.out(`  演示账号（登录名 / 密码）${note}\n${lines.join('\n')}\n`);
}

function untilStopped(): Promise<void> {
	return new Promise((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
	});
}
