/**
 * The whole story of a programme across all services, told once in the words of those who act in
 * it. The demonstration tells it for sixty schools, the tests for a few; both speak to nothing but
 * the gateway's public HTTP API, signed in as real people.
 */
@NullMarked
package cn.sihong.scenarios;

import org.jspecify.annotations.NullMarked;
