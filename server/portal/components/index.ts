/** The parts public pages are made of. They need no script, and say in words what they show by colour. */
export { CheckboxField, type Option, RadioField, SelectField } from './choice.tsx';
export { CodeField, Field, FieldGroup, type FieldProps, FileField, TextAreaField, TextField } from './field.tsx';
export { Button, blankFields, ErrorSummary, type FormState, formState, LinkButton } from './form.tsx';
export { Notice, PageHead, Section, StatusSteps, type Step, SummaryList, TableWrapper } from './layout.tsx';
export { LinkList, type ListedLink, Tiles } from './links.tsx';
export { Pagination } from './pagination.tsx';
export { RichText } from './rich-text.tsx';
