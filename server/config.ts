import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { MailSettings, SmsSettings, WechatSettings } from './platform/channels/index.ts';
import type { ModelSettings } from './platform/language-model.ts';

/** The repository root: where migrations, the built workbench and the demo live. */
export const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)));

const schema = z.object({
	/** Address to listen on. Demo sign-ins are refused on anything but loopback. */
	HOST: z.string().min(1).default('127.0.0.1'),
	PORT: z.coerce.number('PORT 应为数字').int().min(0).max(65535).default(8080),
	/** Folder of the embedded database, uploaded files and keys; one running instance per folder. */
	DATA_DIR: z.string().min(1).default(join(ROOT, 'data')),
	/** A PostgreSQL ≥ 15 to use instead of the embedded one. */
	DATABASE_URL: z
		.string()
		.regex(/^postgres(ql)?:\/\//, '应以 postgres:// 开头')
		.optional(),
	/** Folder with `initdb` and `postgres` to use instead of the embedded binaries. */
	GONGKAI_PG_BIN: z.string().optional(),
	/** Public address of the portal, for links in letters, feeds and QR codes. */
	PUBLIC_URL: z.url('应为完整网址').optional(),
	/** Where search and forms are, when the rest of the site is served as files from elsewhere. */
	DYNAMIC_URL: z.url('应为完整网址').optional(),
	/** Largest upload in bytes. */
	MAX_UPLOAD: z.coerce
		.number()
		.int()
		.positive()
		.default(100 * 1024 * 1024),
	/** Folder of the office's own fonts (仿宋, 楷体, 小标宋) for pdf. */
	FONT_DIR: z.string().optional(),
	/** LibreOffice of this machine (`/usr/bin/soffice`), to set Word and Excel papers as pdf before they are blacked out. */
	SOFFICE: z.string().optional(),
	/** The county's mail server, `smtp://user:password@host:587`; without it no mail is sent. */
	SMTP_URL: z
		.string()
		.regex(/^smtps?:\/\/[^\s]+$/, '应以 smtp:// 或 smtps:// 开头')
		.optional(),
	/** Sender of mails, 「临澜县政务公开办 <gongkai@example.gov.cn>」. */
	MAIL_FROM: z.string().regex(/@/, '应包含电子邮箱地址').optional(),
	/** The county's SMS gateway; without it no SMS is sent. */
	SMS_URL: z.url('应为完整网址').optional(),
	SMS_TOKEN: z.string().optional(),
	/** An OpenAI-compatible service (`https://host/v1`) that words answers of 智能问答; without it passages stand alone. */
	ASK_MODEL_URL: z.url('应为完整网址').optional(),
	ASK_MODEL_KEY: z.string().optional(),
	ASK_MODEL_NAME: z.string().optional(),
	/** The county's account at 微信公众平台; without both no draft is written there. */
	WECHAT_APP_ID: z.string().optional(),
	WECHAT_APP_SECRET: z.string().optional(),
	WECHAT_URL: z.url('应为完整网址').default('https://api.weixin.qq.com'),
	/** Permanent media id of the picture that heads a draft without one of its own. */
	WECHAT_COVER: z.string().optional(),
	LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
	/** `on` lets the visits to listed sites reach private addresses: only where a county's sites stand in its own network. */
	VISIT_PRIVATE: z.enum(['on', 'off']).default('off'),
	/** `off` keeps the demo county from being loaded into an empty database. */
	DEMO: z.enum(['on', 'off']).default('on'),
});

const settings = schema
	.refine(({ SMTP_URL, MAIL_FROM }) => !SMTP_URL || MAIL_FROM, {
		path: ['MAIL_FROM'],
		message: '设置了 SMTP_URL 时应同时设置发件人',
	})
	.refine(({ ASK_MODEL_URL, ASK_MODEL_NAME }) => !ASK_MODEL_URL || ASK_MODEL_NAME, {
		path: ['ASK_MODEL_NAME'],
		message: '设置了 ASK_MODEL_URL 时应同时设置模型名称',
	})
	.refine(({ WECHAT_APP_ID, WECHAT_APP_SECRET }) => !WECHAT_APP_ID || WECHAT_APP_SECRET, {
		path: ['WECHAT_APP_SECRET'],
		message: '设置了 WECHAT_APP_ID 时应同时设置密钥',
	});

/** Settings of one process, validated: a bad value stops the start with the variable's name. */
export interface Config {
	host: string;
	port: number;
	dataDir: string;
	databaseUrl: string | undefined;
	pgBin: string | undefined;
	publicUrl: string | undefined;
	dynamicUrl: string | undefined;
	maxUpload: number;
	fontDir: string | undefined;
	soffice: string | undefined;
	mail: MailSettings | null;
	sms: SmsSettings | null;
	/** Words answers of 智能问答; null = passages only. */
	model: ModelSettings | null;
	wechat: WechatSettings | null;
	logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
	/** Visits to listed sites may reach private addresses. */
	visitPrivate: boolean;
	demo: boolean;
}

/** Thrown for a setting that cannot be used; the message names the variable, in Chinese. */
export class ConfigError extends Error {}

/** Reads the settings from environment variables; empty ones count as unset. Throws ConfigError. */
export function readConfig(env: Record<string, string | undefined>): Config {
	const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
	const parsed = settings.safeParse(given);
	if (!parsed.success) {
		const lines = parsed.error.issues.map((issue) => `环境变量 ${issue.path.join('.')} 不正确：${issue.message}`);
		throw new ConfigError(lines.join('\n'));
	}
	const value = parsed.data;
	return {
		...outside(value),
		host: value.HOST,
		port: value.PORT,
		dataDir: resolve(value.DATA_DIR),
		databaseUrl: value.DATABASE_URL,
		pgBin: value.GONGKAI_PG_BIN,
		publicUrl: value.PUBLIC_URL?.replace(/\/$/, ''),
		dynamicUrl: value.DYNAMIC_URL?.replace(/\/$/, ''),
		maxUpload: value.MAX_UPLOAD,
		fontDir: value.FONT_DIR,
		soffice: value.SOFFICE,
		model: modelOf(value),
		logLevel: value.LOG_LEVEL,
		visitPrivate: value.VISIT_PRIVATE === 'on',
		demo: value.DEMO === 'on',
	};
}

function modelOf({ ASK_MODEL_URL, ASK_MODEL_KEY, ASK_MODEL_NAME }: z.output<typeof settings>): ModelSettings | null {
	if (!ASK_MODEL_URL || !ASK_MODEL_NAME) return null;
	return { url: ASK_MODEL_URL.replace(/\/$/, ''), key: ASK_MODEL_KEY ?? '', name: ASK_MODEL_NAME };
}

/** Machines outside this house, where they are set up. */
function outside(value: z.output<typeof settings>): Pick<Config, 'mail' | 'sms' | 'wechat'> {
	return {
		mail: value.SMTP_URL ? { url: value.SMTP_URL, from: value.MAIL_FROM ?? '' } : null,
		sms: value.SMS_URL ? { url: value.SMS_URL, token: value.SMS_TOKEN ?? '' } : null,
		wechat: value.WECHAT_APP_ID
			? {
					url: value.WECHAT_URL.replace(/\/$/, ''),
					appId: value.WECHAT_APP_ID,
					secret: value.WECHAT_APP_SECRET ?? '',
					cover: value.WECHAT_COVER ?? '',
				}
			: null,
	};
}

/** True for addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
	return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
