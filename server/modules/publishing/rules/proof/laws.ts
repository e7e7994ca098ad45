import { type CivilDay, chineseDay } from '../../../../kernel/civil-day.ts';
import type { Found } from './hint.ts';

/** Laws that are no longer in force: since when, and what stands in their place. */
const REPEALED: readonly { readonly name: string; readonly since: CivilDay; readonly now: string }[] = [
	...['民法通则', '民法总则', '合同法', '物权法', '担保法', '婚姻法', '继承法', '收养法', '侵权责任法'].map((name) => ({
		name,
		since: '2021-01-01',
		now: '《中华人民共和国民法典》',
	})),
	{ name: '治安管理处罚条例', since: '2006-03-01', now: '《中华人民共和国治安管理处罚法》' },
	{ name: '行政复议条例', since: '1999-10-01', now: '《中华人民共和国行政复议法》' },
	{ name: '外资企业法', since: '2020-01-01', now: '《中华人民共和国外商投资法》' },
	{ name: '中外合资经营企业法', since: '2020-01-01', now: '《中华人民共和国外商投资法》' },
	{ name: '中外合作经营企业法', since: '2020-01-01', now: '《中华人民共和国外商投资法》' },
	{ name: '城市房屋拆迁管理条例', since: '2011-01-21', now: '《国有土地上房屋征收与补偿条例》' },
	{ name: '城市规划法', since: '2008-01-01', now: '《中华人民共和国城乡规划法》' },
];

/** Names laws are often given and do not have. */
const MISNAMED: Readonly<Record<string, string>> = {
	政务信息公开条例: '《中华人民共和国政府信息公开条例》',
	政府信息公开法: '《中华人民共和国政府信息公开条例》',
	信息公开法: '《中华人民共和国政府信息公开条例》',
	政府公开信息条例: '《中华人民共和国政府信息公开条例》',
	行政处罚条例: '《中华人民共和国行政处罚法》',
	保守国家机密法: '《中华人民共和国保守国家秘密法》',
	国家保密法: '《中华人民共和国保守国家秘密法》',
	个人隐私保护法: '《中华人民共和国个人信息保护法》',
	政府采购条例: '《中华人民共和国政府采购法》或者其实施条例',
};

const QUOTED = /《(?:中华人民共和国)?([^《》]{2,30}?)(?:（[^）]{1,20}）)?》/g;

/** Laws cited under a name they do not have, or after they were repealed. `day`: when the document was made. */
export function findLaws(text: string, day: CivilDay): Found[] {
	const found: Found[] = [];
	for (const match of text.matchAll(QUOTED)) {
		const [whole, name = ''] = match;
		const place = { kind: 'law', at: match.index, length: whole.length } as const;
		const gone = REPEALED.find((law) => law.name === name && day >= law.since);
		if (gone) {
			found.push({ ...place, message: `${whole}已于${chineseDay(gone.since)}废止，现行为${gone.now}。` });
		}
		const right = Object.hasOwn(MISNAMED, name) ? MISNAMED[name] : undefined;
		if (right) found.push({ ...place, message: `没有${whole}，应为${right}。` });
	}
	for (const match of text.matchAll(/国务院令第492号/g)) {
		if (day < '2019-05-15') continue;
		const message = '《政府信息公开条例》已由国务院令第711号修订，自2019年5月15日起施行，不再引用第492号令。';
		found.push({ kind: 'law', at: match.index, length: match[0].length, message });
	}
	return found;
}
