import { z } from 'zod';
import { ChannelError } from './channel-error.ts';

export interface WechatSettings {
	/** `https://api.weixin.qq.com`, or a gateway in front of it. */
	readonly url: string;
	readonly appId: string;
	readonly secret: string;
	/** Permanent media id of the picture that heads a draft without one of its own; empty for none. */
	readonly cover: string;
}

export interface WechatPicture {
	readonly bytes: Uint8Array;
	readonly name: string;
	readonly mediaType: string;
}

export interface WechatArticle {
	readonly title: string;
	readonly author: string;
	readonly digest: string;
	/** Markup with pictures at addresses that `uploadImage` answered. */
	readonly content: string;
	/** 阅读原文. Unlike anything else of the article it is ours alone: a draft is known by it. */
	readonly sourceUrl: string;
	/** Media id of the cover. */
	readonly cover: string;
}

/** A refusal of 微信公众平台; `isFinal`: asking again today changes nothing. */
export class WechatError extends ChannelError {
	readonly isFinal: boolean;
	constructor(message: string, isFinal: boolean) {
		super(message);
		this.isFinal = isFinal;
	}
}

/** The draft box (草稿箱) of one account. What stands there is looked at and sent by a person at WeChat. */
export interface WechatAccount {
	readonly appId: string;
	readonly cover: string;
	/** The draft with this source address among the newest, or null. Asked before a draft is made: none is made twice. */
	findDraft(sourceUrl: string): Promise<string | null>;
	/** Puts a picture of an article there; answers its address. */
	uploadImage(picture: WechatPicture): Promise<string>;
	/** Keeps a picture for good; answers the media id a cover needs. */
	uploadCover(picture: WechatPicture): Promise<string>;
	/** Makes a draft; answers its media id. */
	addDraft(article: WechatArticle): Promise<string>;
}

const ANSWER_MS = 15_000;
/** A token is asked for anew so long before it ends. */
const EARLY_MS = 5 * 60_000;
/** The token was taken back or has ended. */
const TOKEN_ENDED = [40001, 40014, 42001];
const NEWEST = 20;
/** What `media/uploadimg` takes. */
const IMAGE_BYTES = 1024 * 1024;
const IMAGE_TYPES = ['image/jpeg', 'image/png'];

const SAID: Readonly<Record<number, string>> = {
	40013: 'AppID 不正确',
	40125: 'AppSecret 不正确',
	40164: '本机的 IP 地址不在公众平台的白名单中',
	45009: '公众平台今日的调用次数已经用完，请明天再试',
	48001: '该公众号没有草稿接口的权限',
	45003: '标题超过公众平台的长度限制',
	45002: '正文超过公众平台的长度限制',
};

const answerShape = z.looseObject({ errcode: z.number().optional() });
const tokenShape = z.object({ access_token: z.string().min(1), expires_in: z.number() });
const mediaShape = z.object({ media_id: z.string().min(1) });
const urlShape = z.object({ url: z.string().min(1) });
const draftsShape = z.object({
	item: z
		.array(
			z.object({
				media_id: z.string(),
				content: z.object({ news_item: z.array(z.object({ content_source_url: z.string().optional() })) }),
			}),
		)
		.default([]),
});

type Answer = z.output<typeof answerShape>;

export function wechatAccount(settings: WechatSettings, now: () => number = Date.now): WechatAccount {
	const { appId, cover } = settings;
	const call = callerOf(settings, now);
	return {
		appId,
		cover,
		findDraft: async (sourceUrl) => {
			const body = { offset: 0, count: NEWEST, no_content: 1 };
			const { item } = read(draftsShape, await call('/cgi-bin/draft/batchget', json(body)));
			const found = item.find(({ content }) =>
				content.news_item.some(({ content_source_url }) => content_source_url === sourceUrl),
			);
			return found?.media_id ?? null;
		},
		uploadImage: async (picture) => {
			requireImage(picture);
			return read(urlShape, await call('/cgi-bin/media/uploadimg', media(picture))).url;
		},
		uploadCover: async (picture) => {
			requireImage(picture);
			return read(mediaShape, await call('/cgi-bin/material/add_material?type=image', media(picture))).media_id;
		},
		addDraft: async ({ title, author, digest, content, sourceUrl, cover: thumb }) => {
			const article = { article_type: 'news', title, author, digest, content, content_source_url: sourceUrl };
			const articles = [{ ...article, thumb_media_id: thumb, need_open_comment: 0, only_fans_can_comment: 0 }];
			return read(mediaShape, await call('/cgi-bin/draft/add', json({ articles }))).media_id;
		},
	};
}

type Send = () => RequestInit;

function json(body: unknown): Send {
	return () => ({ body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
}

function media({ bytes, name, mediaType }: WechatPicture): Send {
	return () => {
		const form = new FormData();
		form.append('media', new Blob([Uint8Array.from(bytes)], { type: mediaType }), name);
		return { body: form };
	};
}

function requireImage({ bytes, mediaType, name }: WechatPicture): void {
	if (!IMAGE_TYPES.includes(mediaType) || bytes.length > IMAGE_BYTES)
		throw new WechatError(`图片「${name}」不是 JPG、PNG 格式，或者超过1MB，公众平台不接受`, true);
}

/** Calls with a token, asked for when needed and once more when it turns out to have ended. */
function callerOf({ url, appId, secret }: WechatSettings, now: () => number) {
	let token: { value: string; until: number } | null = null;
	const tokenFor = async (isForced: boolean): Promise<string> => {
		if (!isForced && token && token.until > now()) return token.value;
		const asked = { grant_type: 'client_credential', appid: appId, secret, force_refresh: isForced };
		const answer = await ask(`${url}/cgi-bin/stable_token`, json(asked));
		if (answer.errcode) throw refusal(answer.errcode);
		const { access_token, expires_in } = read(tokenShape, answer);
		token = { value: access_token, until: now() + expires_in * 1000 - EARLY_MS };
		return access_token;
	};
	return async (path: string, send: Send): Promise<Answer> => {
		for (const isForced of [false, true]) {
			const value = await tokenFor(isForced);
			const answer = await ask(`${url}${path}${path.includes('?') ? '&' : '?'}access_token=${value}`, send);
			if (!answer.errcode) return answer;
			if (isForced || !TOKEN_ENDED.includes(answer.errcode)) throw refusal(answer.errcode);
		}
		throw refusal(40001);
	};
}

async function ask(address: string, send: Send): Promise<Answer> {
	const signal = AbortSignal.timeout(ANSWER_MS);
	// What went wrong is not passed on: the address holds the token.
	const answer = await fetch(address, { ...send(), method: 'POST', redirect: 'error', signal }).catch(() => null);
	if (!answer) throw new WechatError('公众平台没有应答', false);
	const body: unknown = await answer.json().catch(() => null);
	if (!answer.ok) throw new WechatError(`公众平台没有应答（${answer.status}）`, false);
	return read(answerShape, body);
}

function read<T>(shape: z.ZodType<T>, body: unknown): T {
	const parsed = shape.safeParse(body);
	if (!parsed.success) throw new WechatError('公众平台的应答无法识别', false);
	return parsed.data;
}

/** Busy (-1) passes; everything else is for somebody to mend. */
function refusal(code: number): WechatError {
	return new WechatError(`${SAID[code] ?? '公众平台拒收'}（${code}）`, code !== -1);
}
