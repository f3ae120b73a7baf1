/**
 * A service's own description of its HTTP interface ({@code /v3/api-docs}), exact enough that the
 * portal's calls are compiled against it.
 */
@NullMarked
package cn.sihong.platform.openapi;

import org.jspecify.annotations.NullMarked;
