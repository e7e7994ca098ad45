import { z } from 'zod';
import { type CalendarBook, calendarBook } from '../kernel/calendar.ts';
import type { CountyNotice, HolidayNotice } from '../kernel/calendar-notice.ts';
import { isCivilDay } from '../kernel/civil-day.ts';
import y2018 from './calendars/2018.json' with { type: 'json' };
import y2019 from './calendars/2019.json' with { type: 'json' };
import y2020 from './calendars/2020.json' with { type: 'json' };
import y2021 from './calendars/2021.json' with { type: 'json' };
import y2022 from './calendars/2022.json' with { type: 'json' };
import y2023 from './calendars/2023.json' with { type: 'json' };
import y2024 from './calendars/2024.json' with { type: 'json' };
import y2025 from './calendars/2025.json' with { type: 'json' };
import y2026 from './calendars/2026.json' with { type: 'json' };

const day = z.string().refine(isCivilDay, '应为实际存在的日期，格式如2026-11-04。');

/** The shape of a notice, in our files and in what a county imports; `checkNotice` then judges its content. */
export const noticeSchema = z.strictObject({
	id: z.string().min(1),
	year: z.int(),
	title: z.string(),
	number: z.string().optional(),
	published: day,
	arrangements: z.array(z.strictObject({ holiday: z.string(), off: z.tuple([day, day]), work: z.array(day) })),
}) satisfies z.ZodType<HolidayNotice>;

export const noticeFileSchema = z.strictObject({ notices: z.array(noticeSchema).min(1) });

const FILES: readonly unknown[] = [y2018, y2019, y2020, y2021, y2022, y2023, y2024, y2025, y2026];

/** The State Council's notices for 2018–2026, the two changed ones of 2019 and 2020 included. 2027 is not published. */
export const officialNotices: readonly HolidayNotice[] = FILES.flatMap((file) => noticeFileSchema.parse(file).notices);

/** The calendar every county starts from. */
export const officialCalendar: CalendarBook = calendarBook(officialNotices);

/**
 * The calendar of one county: the official notices, those it loaded itself (next year's, a changed one), and its local
 * days off. A loaded notice with the id of an official one replaces it, which is how a mistake of ours is corrected.
 */
export function countyCalendar(loaded: readonly HolidayNotice[], county: readonly CountyNotice[] = []): CalendarBook {
	const replaced = new Set(loaded.map((notice) => notice.id));
	return calendarBook([...officialNotices.filter((notice) => !replaced.has(notice.id)), ...loaded], county);
}
