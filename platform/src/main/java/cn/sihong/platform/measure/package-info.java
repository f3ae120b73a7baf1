/**
 * What an operator watches of a service's own state: figures that its database tells, read now and
 * then by the service itself, so that a scrape costs the database nothing. And the way to them: the
 * management port.
 */
@NullMarked
package cn.sihong.platform.measure;

import org.jspecify.annotations.NullMarked;
