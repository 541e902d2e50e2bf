// SPDX-License-Identifier: Apache-2.0
// Work that no eye waits for: after the picture.

const UNSEEN_MS = 100;

/** After the next frame; a page that nobody sees has none. Gives what takes it back. */
export function afterFrame(work: () => void): () => void {
    let done = false;
    const once = () => {
        if (!done) {
            done = true;
            clearTimeout(unseen);
            work();
        }
    };
    const unseen = setTimeout(once, UNSEEN_MS);
    const frame = requestAnimationFrame(() => {
        const {port1, port2} = new MessageChannel();
        port1.onmessage = once;
        port2.postMessage(null);
    });
    return () => {
        done = true;
        clearTimeout(unseen);
        cancelAnimationFrame(frame);
    };
}
