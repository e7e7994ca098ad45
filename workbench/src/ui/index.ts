export type { Recovered, SaveSnapshot, SaveState } from './autosave.ts';
export { ConfirmReason, type ConfirmReasonProps } from './confirm-reason.tsx';
export { type Column, DataTable, type DataTableProps, type Paging } from './data-table.tsx';
export { DayInput, type DayRange, DayRangeInput } from './day-input.tsx';
export { type Description, DescriptionList } from './description-list.tsx';
export { DownloadButton } from './download-button.tsx';
export { type DueFacts, type DueKind, dueState } from './due.ts';
export { DueBadge } from './due-badge.tsx';
export { EmptyState } from './empty-state.tsx';
export { type FileRules, MAX_BYTES, refusalOf } from './file-check.ts';
export { FilePicker } from './file-picker.tsx';
export { FileUpload } from './file-upload.tsx';
export { FilterSelect, Filters, SearchBox } from './filters.tsx';
export { FormIssues } from './form-issues.tsx';
export {
	daysBetween,
	formatDay,
	formatInstant,
	formatMoney,
	formatShortDay,
	formatSize,
	plusDays,
	weekdayOf,
} from './format.ts';
export { History, type HistoryEntry } from './history.tsx';
export { givenOnly } from './list-params.ts';
export { Loaded } from './loaded.tsx';
export { type Move, type MoveQuestion, MovesBar } from './moves-bar.tsx';
export { PageHeader } from './page-header.tsx';
export { PaperFormat } from './paper-format.tsx';
export { type PlacedIssues, placeIssues } from './place-issues.ts';
export { LoadFault } from './refused.tsx';
export { RecoveredNote, SaveNote } from './save-note.tsx';
export { type JudgedRow, JudgedRows, SheetImport } from './sheet-import.tsx';
export { SidePanel } from './side-panel.tsx';
export { type StatusLook, StatusTag, type Tone } from './status-tag.tsx';
export { DateText, DateTimeText, MoneyText } from './text.tsx';
export { type UseAutosave, useAutosave } from './use-autosave.ts';
export { type Command, useCommand } from './use-command.ts';
export { type ListParams, useListParams } from './use-list-params.ts';
export { usePhone } from './use-phone.ts';
export { type FormFault, type ServerForm, useServerForm } from './use-server-form.ts';
