/**
 * Where a service keeps bytes outside its database: any store that speaks S3. A service that sets
 * {@code sihong.store} has an {@link cn.sihong.platform.store.ObjectStore}, in a bucket of its own.
 */
@NullMarked
package cn.sihong.platform.store;

import org.jspecify.annotations.NullMarked;
