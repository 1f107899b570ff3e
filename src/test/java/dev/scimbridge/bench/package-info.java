/**
 * What the bridge costs, as ratios taken in one run: {@link dev.scimbridge.bench.Whole} measures the packaged bridge over
 * HTTP, beside each figure the limit that the machine and the libraries set. Nothing here runs in a build.
 */
package dev.scimbridge.bench;
