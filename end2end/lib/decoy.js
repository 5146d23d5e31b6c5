// Stands for the neutral site that the exit leads to, and notes what it was told about where people came from.

import { createServer } from 'node:http';

export class Decoy {
  static async start() {
    const decoy = new Decoy();
    decoy.requests = [];
    decoy.server = createServer((request, response) => {
      decoy.requests.push({ url: request.url, referrer: request.headers.referer });
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(`<!DOCTYPE html><html lang="en"><title>Weather</title><h1>Rain later</h1>${more(request.url)}</html>`);
    });
    await new Promise((listening) => decoy.server.listen(0, '127.0.0.1', listening));
    // Another host name than the site's, so that it is another origin in every respect.
    decoy.url = `http://localhost:${decoy.server.address().port}/weather`;
    return decoy;
  }

  /** A page like a search engine's, with one link. */
  found(address) {
    return new URL(`/found?${encodeURIComponent(address)}`, this.url).href;
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}

function more(url) {
  // Where people come from, too: a browser treats a page that was reached by a link differently.
  if (url.startsWith('/found?')) return `<a id="found" href="${decodeURIComponent(url.slice(7))}">Found</a>`;
  // A form as others have it, to see that the tests would notice.
  if (url === '/form') return '<form method="post"><textarea name="text"></textarea></form><a id="leave" href="/weather">Leave</a>';
  return '';
}
