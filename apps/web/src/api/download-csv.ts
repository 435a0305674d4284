import { ApiProblem } from './api-problem';

/** Asks for a list as CSV and hands it to the browser as a file. @throws ApiProblem */
export const downloadCsv = async (address: string, fileName: string): Promise<void> => {
  const answer = await fetch(address, {
    headers: { Accept: 'text/csv', 'Accept-Language': document.documentElement.lang },
  });
  if (!answer.ok) throw new ApiProblem(answer.status, await answer.json().catch(() => undefined));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
};
