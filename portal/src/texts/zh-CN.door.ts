/** Words of the way in; what stands above them is said by the page itself, before any script has come. */
export const door = {
  signIn: "登录",
  signInFailed: "登录没有成功，请再试一次；仍不行请联系系统管理员。",
  publicPages: "公示与证书查验",
};
