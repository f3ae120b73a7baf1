@org.jspecify.annotations.NullMarked
package cn.sihong.images;
