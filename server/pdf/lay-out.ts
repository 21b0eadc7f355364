import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';

const programmes = fileURLToPath(new URL('../../programmes/', import.meta.url));

export type LaidOut = { readonly pdf: string; readonly sha256: string };

/**
 * Lays a document out as a PDF (A4, tagged, PDF/UA-1), base64. `template` is a Typst file below programmes/, which finds the
 * content as JSON in `sys.inputs.content`. The same content gives the same bytes, so that a document can be told by its checksum.
 * Throws with Typst's own words when the layout fails. Letters keep their compiler between them (server/messaging/render-letter.ts).
 */
export function layOut(template: string, content: unknown): LaidOut {
  const file = programmes + template;
  const pdf = NodeCompiler.create({ workspace: dirname(file) }).pdf(
    { mainFilePath: file, inputs: { content: JSON.stringify(content) } },
    { pdfStandard: PdfStandard.UA_1, pdfTags: true, creationTimestamp: 0 },
  );
  return { pdf: Buffer.from(pdf).toString('base64'), sha256: createHash('sha256').update(pdf).digest('hex') };
}
