/** The documents that rules quote, by the names their readers know. */
export const REPORT_2021 = 'Årsrapport 2021, funktionshinderinspektörerna, Stockholms stad';
export const REPORT_2022 = 'Årsrapport 2022, funktionshinderinspektörerna, Stockholms stad, dnr SOF 2022/442';
export const OSTERMALM_2020 = 'Östermalms stadsdelsförvaltning, tjänsteutlåtande 2020-09-24';
