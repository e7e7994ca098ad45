/** The demo county: every name is invented. Phone numbers, codes and addresses belong to nobody. */
export interface DemoOffice {
	slug: string;
	name: string;
	shortName: string;
	kind: 'county' | 'department' | 'township';
	code: string;
	address: string;
	postcode: string;
	phone: string;
	fax: string;
	email: string;
	contactOffice: string;
	head: string;
	villages: string[];
}

export const COUNTY = {
	name: '临澜县',
	siteName: '临澜县政府信息公开平台',
	siteCode: '9901230001',
	domain: 'www.linlan.example',
	footer: ['主办单位：临澜县人民政府办公室', '承办单位：临澜县政务公开办公室', '示范数据，非真实机关'],
	court: '临澜县人民法院',
	reviewBody: '临澜县人民政府',
	higherReviewBody: '东川市人民政府',
};

function township(slug: string, name: string, code: string, head: string, villages: string[]): DemoOffice {
	return {
		slug,
		name: `临澜县${name}人民政府`,
		shortName: name,
		kind: 'township',
		code: `11990123MB${code}`,
		address: `临澜县${name}中心街 18 号`,
		postcode: '990123',
		phone: `0999-77${code.slice(0, 5)}`,
		fax: `0999-77${code.slice(0, 4)}9`,
		email: `${slug}@linlan.example`,
		contactOffice: '党政综合办公室',
		head,
		villages,
	};
}

function department(slug: string, name: string, code: string, head: string): DemoOffice {
	return {
		slug,
		name: `临澜县${name}`,
		shortName: `县${name}`,
		kind: 'department',
		code: `11990123MB${code}`,
		address: '临澜县滨河大道 6 号政务中心',
		postcode: '990100',
		phone: `0999-76${code.slice(0, 5)}`,
		fax: `0999-76${code.slice(0, 4)}8`,
		email: `${slug}@linlan.example`,
		contactOffice: '办公室',
		head,
		villages: [],
	};
}

export const OFFICES: readonly DemoOffice[] = [
	{
		slug: 'xianfuban',
		name: '临澜县人民政府办公室',
		shortName: '县政府办',
		kind: 'county',
		code: '11990123MB1000001K',
		address: '临澜县滨河大道 1 号',
		postcode: '990100',
		phone: '0999-7600001',
		fax: '0999-7600002',
		email: 'gongkai@linlan.example',
		contactOffice: '县政务公开办公室',
		head: '顾明远',
		villages: [],
	},
	department('minzhengju', '民政局', '2000012A', '陆静姝'),
	department('caizhengju', '财政局', '2000025B', '闻一舟'),
	township('wangxi', '望溪镇', '3100018C', '程砚秋', ['上溪村', '下溪村', '石门村', '竹园村', '莲塘村']),
	township('liuan', '柳岸镇', '3200024D', '褚云汀', ['柳岸村', '河湾村', '南埂村', '新圩村']),
	township('qinghe', '青禾乡', '3300031E', '卫清和', ['青禾村', '稻香村', '北坡村', '塘坝村']),
	township('shibu', '石埠镇', '3400047F', '祁望川', ['石埠村', '码头村', '东岭村', '槐树村', '前屋村']),
	township('luzhou', '鹭洲乡', '3500053G', '虞鹤鸣', ['鹭洲村', '芦荡村', '双桥村']),
];

/** Who works where in the demo. One township has every role filled; the others get by with three people. */
export interface DemoPerson {
	login: string;
	name: string;
	office: string;
	roles: string[];
}

export const PEOPLE: readonly DemoPerson[] = [
	{ login: 'xinxi', name: '苏晓棠', office: 'wangxi', roles: ['clerk'] },
	{ login: 'shenhe', name: '韩松年', office: 'wangxi', roles: ['reviewer'] },
	{ login: 'baomi', name: '方慎言', office: 'wangxi', roles: ['secrecyReviewer'] },
	{ login: 'qianfa', name: '程砚秋', office: 'wangxi', roles: ['leader'] },
	{ login: 'gongkaiban', name: '林知微', office: 'xianfuban', roles: ['countyOfficer', 'clerk'] },
	{ login: 'xianbaomi', name: '冯守正', office: 'xianfuban', roles: ['secrecyReviewer', 'reviewer'] },
	{ login: 'xianqianfa', name: '顾明远', office: 'xianfuban', roles: ['leader'] },
	{ login: 'guanli', name: '何维桢', office: 'xianfuban', roles: ['administrator'] },
	{ login: 'pinggu', name: '尤鉴衡', office: 'xianfuban', roles: ['evaluator'] },
	...['minzhengju', 'caizhengju', 'liuan', 'qinghe', 'shibu', 'luzhou'].flatMap((office, index): DemoPerson[] => [
		{
			login: `${office}-xinxi`,
			name: ['叶初晴', '罗一鸣', '孟小满', '沈知禾', '唐以宁', '白露'][index] ?? '',
			office,
			roles: ['clerk'],
		},
		{
			login: `${office}-shencha`,
			name: ['丁谨言', '郝慎行', '邵守一', '贺思远', '任笃行', '龚致远'][index] ?? '',
			office,
			roles: ['secrecyReviewer', 'reviewer'],
		},
		{
			login: `${office}-qianfa`,
			name: ['陆静姝', '闻一舟', '褚云汀', '卫清和', '祁望川', '虞鹤鸣'][index] ?? '',
			office,
			roles: ['leader'],
		},
	]),
];

/** The sign-ins printed after the first start: one for each role. */
export const SHOWN_SIGN_INS = ['xinxi', 'shenhe', 'baomi', 'qianfa', 'gongkaiban', 'guanli', 'pinggu'];

export const DEMO_PASSWORD = 'Linlan-2026';
