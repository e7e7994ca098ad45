import type { RegisterGroup } from '../model.ts';
import { choiceField, counted, integerField, into, stock, textField } from './define.ts';

function channel(key: string, label: string, code: string) {
	return counted(key, `${label}公开信息`, {
		unit: '条',
		hint: '同一信息在一种渠道多次发布计1条；不同渠道分别登记。',
		feeds: into(['2014', `stat.${code}`]),
		zeroBasis: `本年度未通过${label}公开政府信息。`,
	});
}

/** How much was made public, and through what. */
export const channels: RegisterGroup = {
	key: 'channels',
	label: '公开渠道与场所',
	kinds: [
		channel('channelGazette', '政府公报', '1.2.1'),
		channel('channelWebsite', '政府网站', '1.2.2'),
		channel('channelWeibo', '政务微博', '1.2.3'),
		channel('channelWechat', '政务微信', '1.2.4'),
		channel('channelOther', '其他方式', '1.2.5'),
		counted('keyField', '重点领域信息', { unit: '条', fields: [textField('field', '领域', { required: true })] }),
		counted('leaflet', '宣传册、简报和公开栏张贴', { unit: '份', fields: [textField('place', '发放或张贴地点')] }),
		stock('siteColumn', '政府信息公开网站或专栏', {
			unit: '个',
			hint: '开设、关停时登记变化后的总数。',
			feeds: [
				{ form: '2014', address: 'stat.8.1', only: ['county', 'department'] },
				{ form: '2014', address: 'stat.8.2', only: ['township'] },
			],
		}),
		counted('newColumn', '新增公开栏目', { unit: '个' }),
		stock('newMedia', '政务新媒体账号', {
			unit: '个',
			hint: '开设、变更、注销时登记变化后的总数（国办发〔2018〕123号）。',
		}),
		counted('gazette', '政府公报', {
			unit: '期',
			fields: [integerField('copies', '发行份数', '份', { required: true })],
			feeds: [...into(['2014', 'stat.9.1']), { form: '2014', address: 'stat.9.2', of: 'copies' }],
			zeroBasis: '本机关不编印政府公报。',
		}),
		counted('delivery', '向查阅场所报送信息', {
			unit: '条',
			hint: '向国家档案馆、公共图书馆、政务服务场所移交的主动公开信息（条例第二十五条）。',
			fields: [choiceField('carrier', '载体', { paper: '纸质文件', electronic: '电子文件' })],
			feeds: [
				{ form: '2014', address: 'stat.7.1', where: ['carrier', 'paper'] },
				{ form: '2014', address: 'stat.7.2', where: ['carrier', 'electronic'] },
			],
		}),
		stock('serviceWindow', '政务服务窗口', {
			unit: '个',
			hint: '政务服务场所设立的窗口；增设、撤销时登记变化后的总数。',
		}),
		stock('accessPoint', '政府信息查阅点', {
			unit: '个',
			feeds: [
				{ form: '2014', address: 'stat.10.1', only: ['county', 'department'] },
				{ form: '2014', address: 'stat.10.2', only: ['township'] },
			],
		}),
		counted('visit', '查阅点接待', {
			unit: '人次',
			feeds: [
				{ form: '2014', address: 'stat.11.1', only: ['county', 'department'] },
				{ form: '2014', address: 'stat.11.2', only: ['township'] },
			],
		}),
	],
};

/** Answering the public: interpretation, press, concerns. */
export const response: RegisterGroup = {
	key: 'response',
	label: '解读与回应',
	kinds: [
		counted('concern', '回应公众关注热点或重大舆情', {
			hint: '不同方式回应同一热点或舆情计1次。',
			fields: [textField('topic', '热点或舆情')],
			feeds: into(['2014', 'stat.2.1']),
		}),
		counted('pressConference', '参加或举办新闻发布会', {
			fields: [integerField('leader', '主要负责同志参加', '次', { withinQuantity: true })],
			feeds: [...into(['2014', 'stat.2.2.1']), { form: '2014', address: 'stat.2.2.1a', of: 'leader' }],
		}),
		counted('interview', '政府网站在线访谈', {
			fields: [integerField('leader', '主要负责同志参加', '次', { withinQuantity: true })],
			feeds: [...into(['2014', 'stat.2.2.2']), { form: '2014', address: 'stat.2.2.2a', of: 'leader' }],
		}),
		counted('interpretation', '政策解读稿件', {
			unit: '篇',
			fields: [textField('policy', '解读的文件')],
			feeds: into(['2014', 'stat.2.2.3']),
		}),
		counted('socialResponse', '微博微信回应事件', { feeds: into(['2014', 'stat.2.2.4']) }),
		counted('otherResponse', '其他方式回应事件', { feeds: into(['2014', 'stat.2.2.5']) }),
		counted('clarification', '澄清虚假或者不完整信息', { unit: '条', hint: '条例第六条。' }),
		counted('consultation', '政府信息公开咨询', { unit: '人次', fields: [textField('way', '方式')] }),
		counted('opinionCollection', '公开征求意见', {
			unit: '项',
			fields: [textField('draft', '草案名称'), integerField('opinions', '收到意见', '条')],
		}),
		counted('openDay', '政府开放日', { fields: [integerField('visitors', '参加', '人次')] }),
		counted('proposal', '人大代表建议、政协提案办理', {
			unit: '件',
			fields: [
				choiceField('type', '类别', { suggestion: '人大代表建议', proposal: '政协提案' }),
				integerField('published', '复文公开', '件', { withinQuantity: true }),
			],
		}),
	],
};
