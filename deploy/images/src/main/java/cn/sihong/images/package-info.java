/** What the images hold besides the applications. */
@org.jspecify.annotations.NullMarked
package cn.sihong.images;
