import type { ThemeConfig } from 'antd';

/** Fonts of the systems in use: macOS and iOS, Windows, Android and Linux. */
const FONTS =
	"-apple-system, BlinkMacSystemFont, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif";

/** Calm and official: one deep blue, small corners, dense enough for 1366×768. Text keeps 4.5:1 on its ground. */
export const THEME: ThemeConfig = {
	token: {
		colorPrimary: '#1f5aa8',
		colorInfo: '#1f5aa8',
		colorLink: '#1f5aa8',
		colorLinkHover: '#17467f',
		colorLinkActive: '#12365f',
		colorPrimaryHover: '#2c69b8',
		colorPrimaryActive: '#17467f',
		colorSuccess: '#27722f',
		colorWarning: '#9a5b00',
		colorError: '#b3261e',
		// Dark status colours would give muddy grounds.
		colorPrimaryBg: '#e9f1fb',
		colorPrimaryBgHover: '#d6e5f7',
		colorPrimaryBorder: '#a9c7ec',
		colorInfoBg: '#eef4fb',
		colorInfoBorder: '#b9d0ec',
		colorWarningBg: '#fff8e6',
		colorWarningBorder: '#f0d28c',
		colorErrorBg: '#fdf1f0',
		colorErrorBorder: '#eab5b0',
		colorSuccessBg: '#eff8ef',
		colorSuccessBorder: '#b5d9b7',
		colorTextSecondary: 'rgba(0, 0, 0, 0.68)',
		colorTextTertiary: 'rgba(0, 0, 0, 0.6)',
		colorTextDescription: 'rgba(0, 0, 0, 0.62)',
		colorTextPlaceholder: 'rgba(0, 0, 0, 0.56)',
		colorBgLayout: '#f2f4f7',
		borderRadius: 4,
		fontFamily: FONTS,
		fontSize: 14,
		wireframe: false,
	},
	components: {
		Layout: { headerBg: '#ffffff', headerHeight: 52, headerPadding: '0 16px', siderBg: '#12365f' },
		Menu: {
			darkItemBg: '#12365f',
			darkSubMenuItemBg: '#12365f',
			darkPopupBg: '#12365f',
			darkItemSelectedBg: '#2f6fc0',
			darkItemColor: 'rgba(255, 255, 255, 0.86)',
			darkGroupTitleColor: 'rgba(255, 255, 255, 0.72)',
			itemHeight: 38,
			itemMarginBlock: 2,
		},
		Table: { cellPaddingBlockMD: 9, cellPaddingInlineMD: 10, headerBg: '#eef2f7', headerColor: 'rgba(0, 0, 0, 0.85)' },
		Form: { itemMarginBottom: 22, verticalLabelPadding: '0 0 4px' },
		// Room for a number and a unit of four characters, such as 个工作日.
		InputNumber: { controlWidth: 140 },
		Segmented: { trackBg: '#dde4ec' },
		Card: { headerHeight: 44, bodyPadding: 16 },
	},
};

/** For those who asked their system for less motion: nothing slides, so nothing waits for a slide to end. */
export const STILL_THEME: ThemeConfig = { ...THEME, token: { ...THEME.token, motion: false } };
