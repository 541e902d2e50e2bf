// SPDX-License-Identifier: Apache-2.0
declare module '*?worker&inline' {
    const EngineWorker: new () => Worker;
    export default EngineWorker;
}
