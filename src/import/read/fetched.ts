/** The answer from an address. */
export interface Fetched {
  bytes: Uint8Array;
  /** The final address, after redirects. */
  address: string;
  /** The media type without parameters, in lower case. */
  type: string;
  charset: string | undefined;
}

/** Fetches an address, up to a limit of bytes. Any failure is returned in words. */
export async function fetchBytes(address: string, most: number): Promise<Fetched | { fault: string }> {
  try {
    const response = await fetch(address, {
      headers: { 'user-agent': 'opsnotes-import', accept: '*/*' },
      signal: AbortSignal.timeout(60_000),
    });
    if (!response.ok) return { fault: `answer ${response.status}` };
    const bytes = await bytesOf(response, most);
    if (bytes === undefined) return { fault: `answer of more than ${Math.round(most / 1_048_576)} MB` };
    const [type = '', ...parameters] = (response.headers.get('content-type') ?? '').toLowerCase().split(';');
    const charset = parameters
      .map((parameter) => /^\s*charset=["']?([\w.:-]+)/.exec(parameter)?.[1])
      .find(Boolean);
    return { bytes, address: response.url, type: type.trim(), charset };
  } catch (error) {
    const { cause, name, message } = error as Error & { cause?: { code?: string; message?: string } };
    return {
      fault:
        name === 'TimeoutError'
          ? 'silence for a minute'
          : `failure (${cause?.code ?? cause?.message ?? message})`,
    };
  }
}

async function bytesOf(response: Response, most: number): Promise<Uint8Array | undefined> {
  if (response.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
