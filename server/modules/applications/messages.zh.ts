/** Sentences that stand on more than one page. */
export const messages = {
	wrongCode: '申请编号或者查询码不正确，请核对后重新输入。',
	limits:
		'收到申请能够当场答复的，当场答复；不能当场答复的，自收到申请之日起20个工作日内答复。需要延长的，经批准并告知您，最长延长20个工作日。征求第三方和其他机关意见的时间不计算在内。',
	receivedOnline: '通过互联网提交的，以双方确认之日为收到申请之日，请保持电话畅通。',
	noPurpose: '申请政府信息公开无需说明用途。',
	keepCode: '查询码只显示这一次，请抄录、打印或者拍照保存。凭申请编号和查询码可以查询进度、下载文书、补正和撤回申请。',
	truth:
		'我承诺所填内容真实，并知悉：申请内容不明确的，受理机关会要求补正；数量、频次明显超过合理范围的，可能收取信息处理费。',
	progressSubject: '政府信息公开申请办理进展',
	progress: (office: string, number: string, progress: string, address: string) =>
		`您向${office}提交的政府信息公开申请（${number}）有新进展：${progress}。请凭申请编号和查询码在 ${address} 查看。本消息由系统发出，请勿回复。`,
	told: (channel: string) => `已通知申请人办理进展（${channel}）`,
	noticeChanged: (way: string) => `申请人选择办理进展通知：${way}`,
	noChannel: (channel: string) => `目前不能发送${channel}，请选择其他方式。`,
	caseNoticeSubject: '政府信息公开申请答复期限提醒',
	caseNotice: (office: string, what: string) => `${office}：${what}。请登录政务公开工作台办理。`,
	casesLate: (count: number, list: string) => `${count}件申请已超过答复期限：${list}`,
	casesNear: (count: number, list: string) => `${count}件申请临近答复期限：${list}`,
	daysLate: (days: number) => `逾期${days}个工作日`,
	daysLeft: (days: number) => (days === 0 ? '今天到期' : `还剩${days}个工作日`),
	notRedactable: '只能遮盖 PDF、PNG 和 JPG 文件；Word、WPS 文件请先另存为 PDF 后上传。',
	redactionBegun: '开始遮盖材料',
	redactionSaved: (count: number) => `保存遮盖位置${count}处`,
	redactionReleased: (count: number) => `制作公开件，遮盖${count}处`,
	redactionDone: '公开件已经制作，需要修改的请重新开始遮盖。',
	redactionMoved: '遮盖位置刚刚被他人修改，请刷新后再操作。',
	noBoxes: '还没有遮盖任何位置；不需要遮盖的材料可以直接提供。',
	tooManyBoxes: (limit: number) => `一份材料最多遮盖${limit}处。`,
	boxPage: (pages: number) => `页码应在1至${pages}之间。`,
	boxPlace: (number: number) => `第${number}处遮盖超出页面或者太小。`,
} as const;
