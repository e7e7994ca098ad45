import { expect, test } from 'vitest';
import { ConfigError, isLoopback, readConfig } from './config.ts';

test('the defaults serve this machine only, on port 8080, with a database of their own', () => {
	const config = readConfig({});
	expect(config).toMatchObject({ host: '127.0.0.1', port: 8080, databaseUrl: undefined, demo: true });
	expect(config.dataDir).toMatch(/data$/);
});

test('an empty variable counts as unset', () => {
	expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 8080, databaseUrl: undefined });
});

test.each([
	['PORT', 'abc'],
	['PORT', '70000'],
	['PORT', '-1'],
	['DATABASE_URL', 'mysql://x'],
	['MAX_UPLOAD', '0'],
	['PUBLIC_URL', 'www'],
	['LOG_LEVEL', 'loud'],
	['DEMO', 'yes'],
])('a bad %s (%s) stops the start and is named', (name, value) => {
	expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
	expect(() => readConfig({ [name]: value })).toThrow(name);
});

test('two bad values are both named', () => {
	expect(() => readConfig({ PORT: 'x', DEMO: 'x' })).toThrow(/PORT[\s\S]*DEMO/);
});

test('the public address loses its last slash, so that paths can be added to it', () => {
	expect(readConfig({ PUBLIC_URL: 'https://gk.example/' }).publicUrl).toBe('https://gk.example');
});

test.each(['127.0.0.1', '127.8.9.1', 'localhost', '::1', '[::1]'])('%s is this machine only', (host) => {
	expect(isLoopback(host)).toBe(true);
});

// Demo sign-ins are refused on these: a name that merely looks local must not pass.
test.each(['0.0.0.0', '::', '192.168.1.5', '127.0.0.1.evil.example', 'localhost.evil.example', '1127.0.0.1'])(
	'%s is not',
	(host) => {
		expect(isLoopback(host)).toBe(false);
	},
);

test('an account at WeChat needs its secret, and speaks to WeChat unless told otherwise', () => {
	expect(readConfig({}).wechat).toBeNull();
	expect(() => readConfig({ WECHAT_APP_ID: 'wx1' })).toThrow('WECHAT_APP_SECRET');
	const given = { WECHAT_APP_ID: 'wx1', WECHAT_APP_SECRET: 's' };
	expect(readConfig(given).wechat).toMatchObject({ url: 'https://api.weixin.qq.com', cover: '' });
	expect(readConfig({ ...given, WECHAT_URL: 'http://10.0.0.8/wx/' }).wechat?.url).toBe('http://10.0.0.8/wx');
});
